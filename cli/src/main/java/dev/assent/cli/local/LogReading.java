package dev.assent.cli.local;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a loop that reads the log again says of itself, every few seconds.
 *
 * @param loop which one
 * @param partition of which topic
 * @param at the offset that it has come to
 * @param end the offset at which it has read everything
 */
record LogReading(String loop, String partition, long at, long end) {

  private static final Pattern LINE =
      Pattern.compile("\\] (\\S+): (\\S+-\\d+) at (\\d{1,18}) of (\\d{1,18})$");

  /** Empty if this line of a log says something else. */
  static Optional<LogReading> in(String line) {
    Matcher parts = LINE.matcher(line);
    return parts.find()
        ? Optional.of(
            new LogReading(
                parts.group(1),
                parts.group(2),
                Long.parseLong(parts.group(3)),
                Long.parseLong(parts.group(4))))
        : Optional.empty();
  }

  String words() {
    return String.format(
        Locale.ROOT, "Reading the log again: %s at %,d of %,d (%s)", partition, at, end, loop);
  }
}
