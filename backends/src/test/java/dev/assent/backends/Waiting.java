package dev.assent.backends;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for a condition of another process, which can only be asked again and again. */
final class Waiting {
  private Waiting() {}

  static void until(String what, Callable<Boolean> condition) throws Exception {
    long giveUpAt = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.call()) {
      if (System.nanoTime() > giveUpAt) {
        throw new AssertionError("never happened: " + what);
      }
      aMoment();
    }
  }

  static void aMoment() {
    LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
  }
}
