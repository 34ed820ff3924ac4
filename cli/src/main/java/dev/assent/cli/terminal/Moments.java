package dev.assent.cli.terminal;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;

/** Points in time, for people. */
public final class Moments {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT);

  private Moments() {}

  /** The time of day where the reader is: {@code 14:03:07}. */
  public static String clock(String rfc3339) {
    return format(rfc3339, CLOCK, ZoneId.systemDefault());
  }

  /** Date and time where the reader is: {@code 2026-03-01 14:03:07}. */
  public static String date(String rfc3339) {
    return format(rfc3339, DATE, ZoneId.systemDefault());
  }

  /** For audits: UTC with milliseconds, the same for every reader. */
  public static String exact(Instant at) {
    return EXACT.withZone(ZoneOffset.UTC).format(at);
  }

  private static String format(String rfc3339, DateTimeFormatter form, ZoneId zone) {
    try {
      return form.withZone(zone).format(Instant.parse(rfc3339));
    } catch (DateTimeParseException e) {
      return Text.visible(rfc3339);
    }
  }
}
