package dev.assent.timer.due;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Where the scan sleeps, and where it is told of a timer that is due before it meant to wake up.
 *
 * <p>A sleep never lasts longer than a second of the computer's own time: a clock that jumps, or a
 * word that was lost, costs that much and no more.
 */
public final class Alarm {

  /** A timer is announced inside the transaction that arms it; so long the commit may take. */
  static final Duration COMMIT = Duration.ofMillis(25);

  private static final Duration LONGEST = Duration.ofSeconds(1);

  private final InstantSource clock;
  private final long longestNanos;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition earlier = lock.newCondition();
  private Instant announced = Instant.MAX;

  public Alarm(InstantSource clock) {
    this(clock, LONGEST);
  }

  Alarm(InstantSource clock, Duration longest) {
    this.clock = clock;
    this.longestNanos = longest.toNanos();
  }

  /** Says that a timer is being armed that is due then. */
  public void announce(Instant dueAt) {
    Instant visible = clock.instant().plus(COMMIT);
    wakeAt(dueAt.isAfter(visible) ? dueAt : visible);
  }

  /** Ends a sleep at once. */
  public void wake() {
    wakeAt(Instant.MIN);
  }

  /** Sleeps until then, or until an earlier timer that was announced is due. */
  void await(Instant until) throws InterruptedException {
    long latest = System.nanoTime() + longestNanos;
    lock.lock();
    try {
      for (long left = nanosLeft(until, latest); left > 0; left = nanosLeft(until, latest)) {
        earlier.awaitNanos(left);
      }
      if (!announced.isAfter(clock.instant())) {
        announced = Instant.MAX;
      }
    } finally {
      lock.unlock();
    }
  }

  private long nanosLeft(Instant until, long latest) {
    long real = latest - System.nanoTime();
    Instant target = announced.isBefore(until) ? announced : until;
    Instant now = clock.instant();
    if (!target.isAfter(now)) {
      return 0;
    }
    return target.isAfter(now.plusNanos(real))
        ? real
        : Math.min(real, Duration.between(now, target).toNanos());
  }

  private void wakeAt(Instant at) {
    lock.lock();
    try {
      if (at.isBefore(announced)) {
        announced = at;
        earlier.signal();
      }
    } finally {
      lock.unlock();
    }
  }
}
