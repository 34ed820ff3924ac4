package dev.assent.system;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Waits for a condition, and fails if it does not come true. */
final class Eventually {

  private static final long PAUSE_NANOS = Duration.ofMillis(20).toNanos();

  private Eventually() {}

  static void is(Duration within, BooleanSupplier condition) {
    long end = System.nanoTime() + within.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the condition did not come true within " + within);
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
  }

  /** The first value that is not null. */
  static <T> T get(Duration within, Supplier<T> value) {
    Object[] found = new Object[1];
    is(
        within,
        () -> {
          found[0] = value.get();
          return found[0] != null;
        });
    @SuppressWarnings("unchecked")
    T result = (T) found[0];
    return result;
  }
}
