package dev.assent.intake.domain;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations as people write them: ISO 8601 or plain seconds. */
final class Durations {

  /** What no wait can be longer than: beyond it lie typing errors. */
  static final Duration LONGEST = Duration.ofDays(3650);

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}(\\.[0-9]{1,3})?");

  private Durations() {}

  static @Nullable Duration read(JsonNode value, String path, Violations violations) {
    Duration duration = parse(value);
    if (duration == null) {
      String got = value.isTextual() ? Say.quote(value.textValue()) : Say.kind(value);
      violations.add(path, "expected a duration such as \"PT15M\" or seconds, got " + got);
      return null;
    }
    if (duration.isNegative() || duration.isZero()) {
      violations.add(path, "expected a duration longer than nothing, got " + shown(value));
      return null;
    }
    if (duration.compareTo(LONGEST) > 0) {
      violations.add(path, "expected at most ten years (P3650D), got " + shown(value));
      return null;
    }
    return duration;
  }

  private static @Nullable Duration parse(JsonNode value) {
    if (value.isNumber()) {
      return seconds(value.decimalValue());
    }
    if (!value.isTextual()) {
      return null;
    }
    String text = value.textValue().strip();
    try {
      return SECONDS.matcher(text).matches() ? seconds(new BigDecimal(text)) : Duration.parse(text);
    } catch (DateTimeParseException | ArithmeticException e) {
      return null;
    }
  }

  private static Duration seconds(BigDecimal seconds) {
    BigDecimal bound = BigDecimal.valueOf(LONGEST.toSeconds() + 1);
    BigDecimal kept = seconds.min(bound).max(bound.negate());
    return Duration.ofMillis(kept.movePointRight(3).setScale(0, RoundingMode.HALF_UP).longValue());
  }

  private static String shown(JsonNode value) {
    return value.isTextual() ? Say.quote(value.textValue()) : Say.quote(value.asText());
  }
}
