package dev.assent.access;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that passes only when a test says so, for both clocks. */
final class Moments implements InstantSource {

  private Instant now = Instant.parse("2026-01-05T08:00:00Z");
  private long nanos = 1;

  @Override
  public synchronized Instant instant() {
    return now;
  }

  synchronized long nanoTime() {
    return nanos;
  }

  synchronized void advance(Duration duration) {
    now = now.plus(duration);
    nanos += duration.toNanos();
  }
}
