package dev.assent.contract.id;

import java.util.UUID;

/** Names one intent for ever; also the Kafka key of every record about it. */
public record IntentId(UUID value) implements Comparable<IntentId> {

  /**
   * Reads the canonical text form.
   *
   * @throws IllegalArgumentException if the text is not a UUID
   */
  public static IntentId of(String text) {
    return new IntentId(NamedUuid.parse(text));
  }

  @Override
  public int compareTo(IntentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
