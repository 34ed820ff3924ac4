package dev.assent.system;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** How a client should ask: again, with the same key, until there is an answer. */
final class Patience {

  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();
  private static final int TRY_AGAIN = 503;

  private Patience() {}

  /** The first answer that is one: a lost connection and a 503 are none. */
  static Api.Answer ask(Supplier<Api.Answer> request) {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (System.nanoTime() < end) {
      try {
        Api.Answer answer = request.get();
        if (answer.status() != TRY_AGAIN) {
          return answer;
        }
      } catch (UncheckedIOException e) {
        // The process was killed, or has not started yet.
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    throw new AssertionError("no answer within " + LONGEST);
  }
}
