package dev.assent.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Slows down guessing: after five failures each further one doubles the wait, from a second to a
 * minute. An attempt counts as failed when it begins, so that many at once gain nothing. The wait
 * stays short because whoever guesses also locks out the real person.
 */
final class SignInThrottle {

  private static final int FREE_FAILURES = 5;
  private static final int MAX_TRACKED = 10_000;
  private static final long MAX_WAIT_SECONDS = 60;
  private static final Duration FORGET_AFTER = Duration.ofMinutes(15);

  private record Failures(int count, Instant last) {

    Duration waitAfter() {
      int extra = Math.min(count - FREE_FAILURES, 6);
      return count < FREE_FAILURES
          ? Duration.ZERO
          : Duration.ofSeconds(Math.min(MAX_WAIT_SECONDS, 1L << extra));
    }
  }

  private final InstantSource clock;

  /** In order of last use, so that the oldest goes when somebody tries endless names. */
  private final Map<String, Failures> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > MAX_TRACKED;
        }
      };

  SignInThrottle(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Admits an attempt and counts it as failed until {@link #succeeded}.
   *
   * @throws TooManyAttemptsException if the wait is not over
   */
  synchronized void begin(String personId) {
    Instant now = clock.instant();
    Failures before = failures.get(personId);
    if (before == null || before.last().plus(FORGET_AFTER).isBefore(now)) {
      failures.put(personId, new Failures(1, now));
      return;
    }
    Instant open = before.last().plus(before.waitAfter());
    if (now.isBefore(open)) {
      throw new TooManyAttemptsException(Duration.between(now, open));
    }
    failures.put(personId, new Failures(before.count() + 1, now));
  }

  synchronized void succeeded(String personId) {
    failures.remove(personId);
  }
}
