package dev.assent.notifier.delivery;

import java.time.Duration;
import java.util.function.LongUnaryOperator;

/**
 * When to try again: exponential, with full jitter, so that what failed together does not come back
 * together.
 */
public final class Backoff {

  private final Settings settings;
  private final LongUnaryOperator random;

  /**
   * How patient.
   *
   * @param first the longest pause after the first failure; doubled after each further one
   * @param longest no pause is longer
   * @param attempts how many there are in all
   */
  public record Settings(Duration first, Duration longest, int attempts) {}

  /**
   * A backoff.
   *
   * @param random a number from 0 up to, and without, the one given
   */
  public Backoff(Settings settings, LongUnaryOperator random) {
    this.settings = settings;
    this.random = random;
  }

  /** Whether that was the last attempt. */
  boolean isSpent(int attempts) {
    return attempts >= settings.attempts();
  }

  /** The pause after this many failures: anything up to the exponential one. */
  Duration after(int attempts) {
    long ceiling = settings.longest().toMillis();
    long pause = settings.first().toMillis();
    for (int i = 1; i < attempts && pause < ceiling; i++) {
      pause *= 2;
    }
    return Duration.ofMillis(random.applyAsLong(Math.min(pause, ceiling) + 1));
  }
}
