package dev.assent.cli.terminal;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write and read them. */
public final class Waits {
  private static final Pattern WORDS =
      Pattern.compile("(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m)?(?:(\\d{1,9})s)?");
  private static final Pattern SECONDS = Pattern.compile("\\d{1,9}(?:\\.\\d{1,3})?");

  private Waits() {}

  /**
   * Reads {@code 90s}, {@code 10m}, {@code 1h30m}, {@code 2d}, seconds without a unit, or ISO 8601
   * ({@code PT10M}).
   *
   * @throws IllegalArgumentException saying what was expected
   */
  public static Duration parse(String text) {
    String written = text.strip().toLowerCase(Locale.ROOT).replace(" ", "");
    Duration read = read(written);
    if (read == null || read.isZero() || read.isNegative()) {
      throw new IllegalArgumentException(
          "Expected a duration longer than nothing, such as 90s, 10m, 1h30m or PT10M, but came \"%s\"."
              .formatted(Text.visible(text)));
    }
    return read;
  }

  private static @org.jspecify.annotations.Nullable Duration read(String written) {
    if (SECONDS.matcher(written).matches()) {
      return Duration.ofMillis(Math.round(Double.parseDouble(written) * 1000));
    }
    Matcher words = WORDS.matcher(written);
    if (words.matches()) {
      return Duration.ofDays(number(words, 1))
          .plusHours(number(words, 2))
          .plusMinutes(number(words, 3))
          .plusSeconds(number(words, 4));
    }
    try {
      return Duration.parse(written);
    } catch (DateTimeParseException | ArithmeticException e) {
      return null;
    }
  }

  private static long number(Matcher words, int group) {
    String digits = words.group(group);
    return digits == null ? 0 : Long.parseLong(digits);
  }

  /** Short, in the two largest units: {@code 2 d 3 h}, {@code 5 min}, {@code 8 s}. */
  public static String words(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    if (seconds < 60) {
      return seconds + " s";
    }
    if (seconds < 3600) {
      return two(seconds / 60, "min", seconds % 60, "s", seconds < 600);
    }
    return seconds < 86_400
        ? two(seconds / 3600, "h", seconds % 3600 / 60, "min", true)
        : two(seconds / 86_400, "d", seconds % 86_400 / 3600, "h", true);
  }

  private static String two(long large, String unit, long small, String smaller, boolean exact) {
    return large + " " + unit + (exact && small > 0 ? " " + small + " " + smaller : "");
  }

  /** For progress: {@code 12.3 s}. */
  public static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
  }
}
