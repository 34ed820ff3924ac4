package dev.assent.cli.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;

/** Finds, in what a process said before it ended, why it ended. */
final class LastWords {
  private static final int KEPT = 400;
  private static final Pattern EXCEPTION =
      Pattern.compile("^(?:Caused by: )?(?:[a-z][\\w$]*\\.)+[A-Z][\\w$]*: ");
  private static final Pattern LOGGED =
      Pattern.compile("^\\d{4}-\\d\\d-\\d\\d[T ][^ ]+ +(ERROR|SEVERE|FATAL) +.*");

  private final Deque<String> lines = new ArrayDeque<>();

  void hear(String line) {
    lines.addLast(line);
    if (lines.size() > KEPT) {
      lines.removeFirst();
    }
  }

  /**
   * The innermost cause if there was a stack trace, else the last error that was logged, else the
   * last line.
   */
  String reason() {
    String cause = null;
    String logged = null;
    String last = "it said nothing";
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("\t") || line.startsWith("    at ")) {
        continue;
      }
      if (line.startsWith("Caused by: ")) {
        cause = line;
      } else if (LOGGED.matcher(line).matches()) {
        logged = line;
        cause = null;
      }
      last = line;
    }
    String chosen = cause != null ? cause : logged != null ? logged : last;
    return sentence(chosen);
  }

  private static String sentence(String line) {
    String text = line.strip();
    int message = LOGGED.matcher(text).matches() ? text.indexOf(": ") : -1;
    if (message >= 0) {
      text = text.substring(message + 2);
    }
    text = EXCEPTION.matcher(text).replaceFirst("");
    return text.endsWith(".") ? text : text + ".";
  }
}
