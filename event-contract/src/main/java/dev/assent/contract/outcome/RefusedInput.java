package dev.assent.contract.outcome;

import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A record of the topic {@code refusals}: the refusal with what was refused.
 *
 * @param input the refused input's own id
 * @param original the input's bytes, or as many of them as a record can hold, Base64
 */
public record RefusedInput(
    Refusal refusal,
    String input,
    @Nullable String intentId,
    String topic,
    int partition,
    long offset,
    String original) {

  /** As Base64 this fits a record of Kafka's default size with room for the sentences. */
  private static final int KEPT_BYTES = 512 * 1024;

  /** The bytes of an input as {@code original}. */
  public static String kept(byte[] input) {
    byte[] kept = input.length > KEPT_BYTES ? Arrays.copyOf(input, KEPT_BYTES) : input;
    return Base64.getEncoder().encodeToString(kept);
  }
}
