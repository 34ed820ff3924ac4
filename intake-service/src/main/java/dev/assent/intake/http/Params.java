package dev.assent.intake.http;

import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.edge.Problem;
import dev.assent.edge.ProblemException;
import dev.assent.intake.domain.Say;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Parameters of requests, read with a sentence for each that cannot be. */
final class Params {

  private static final long LARGEST = (1L << 53) - 1;

  private Params() {}

  /** An id in any spelling of a UUID; what is none is not found, like one that nobody has. */
  static IntentId intent(String text) {
    try {
      return IntentId.of(text);
    } catch (IllegalArgumentException e) {
      throw notFound(text);
    }
  }

  static ProblemException notFound(String id) {
    return new ProblemException(
        Problem.of(
            404,
            "intent_unknown",
            "Expected the id of an intent that you sent or have a part in, but there is none called "
                + Say.quote(id)
                + "."));
  }

  /** A whole number from 0; {@code otherwise} where there is none. */
  static long number(String name, @Nullable String text, long otherwise) {
    if (text == null || text.isEmpty()) {
      return otherwise;
    }
    try {
      long number = Long.parseLong(text);
      if (number >= 0 && number <= LARGEST) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw malformed(name + ": expected a whole number from 0, got " + Say.quote(text));
  }

  /** Names of statuses with commas between; {@code pending} for all that have not ended. */
  static Set<IntentStatus> statuses(@Nullable String text) {
    Set<IntentStatus> statuses = EnumSet.noneOf(IntentStatus.class);
    if (text == null || text.isBlank()) {
      return statuses;
    }
    for (String name : text.split(",", -1)) {
      String upper = name.strip().toUpperCase(Locale.ROOT);
      if (upper.equals("PENDING")) {
        EnumSet.allOf(IntentStatus.class).stream()
            .filter(status -> !status.isTerminal())
            .forEach(statuses::add);
        continue;
      }
      try {
        statuses.add(IntentStatus.valueOf(upper));
      } catch (IllegalArgumentException e) {
        throw malformed(
            "status: expected one of "
                + EnumSet.allOf(IntentStatus.class)
                + " or pending, got "
                + Say.quote(name));
      }
    }
    return statuses;
  }

  /** The sender's own key; null where there is none. */
  static @Nullable String idempotencyKey(@Nullable String header) {
    if (header == null || header.isBlank()) {
      return null;
    }
    String key = header.strip();
    if (key.length() > 255 || key.chars().anyMatch(c -> c < 0x20 || c > 0x7e)) {
      throw malformed(
          "Idempotency-Key: expected 1 to 255 visible ASCII characters, got others; make one such"
              + " as a UUID and use it for every try of the same submission");
    }
    return key;
  }

  static ProblemException malformed(String sentence) {
    return new ProblemException(
        Problem.of(422, "malformed", sentence).withErrors(List.of(sentence)));
  }
}
