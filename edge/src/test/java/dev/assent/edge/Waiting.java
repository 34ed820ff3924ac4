package dev.assent.edge;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what happens on another thread, and can only be asked for. */
public final class Waiting {

  private Waiting() {}

  public static void until(BooleanSupplier condition) {
    long giveUpAt = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > giveUpAt) {
        throw new AssertionError("it never came true");
      }
      LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
    }
  }
}
