package dev.assent.contract.id;

import java.util.UUID;

/** Names one human task: one turn of one gate of one intent. */
public record TaskId(UUID value) {

  /**
   * Reads the canonical text form.
   *
   * @throws IllegalArgumentException if the text is not a UUID
   */
  public static TaskId of(String text) {
    return new TaskId(NamedUuid.parse(text));
  }

  /** The task of this gate: a gate opens once at the most, so replay meets the same id. */
  public static TaskId ofGate(IntentId intent, String step) {
    return new TaskId(NamedUuid.of("assent-task", intent.toString(), step));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
