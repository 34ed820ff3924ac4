package dev.assent.backends;

import java.time.Duration;
import java.util.Locale;

/** Words for people: how long a step took, and why one failed. */
final class Steps {
  private Steps() {}

  static String since(long nanoTime) {
    double seconds = Duration.ofNanos(System.nanoTime() - nanoTime).toMillis() / 1000.0;
    return String.format(Locale.ROOT, "%.1f s", seconds);
  }

  /** The innermost reason, which is the one that a reader can act on. */
  static String sentence(Throwable failure) {
    Throwable reason = failure;
    while (reason.getCause() != null) {
      reason = reason.getCause();
    }
    String message = reason.getMessage();
    return message == null || message.isBlank() ? reason.toString() : message;
  }
}
