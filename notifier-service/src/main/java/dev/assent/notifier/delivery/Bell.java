package dev.assent.notifier.delivery;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Rings when there may be work. Each worker listens with an ear of its own.
 *
 * <p>It is rung inside the transaction that makes the work, so a worker that comes at once may find
 * nothing yet: after a ring it looks again soon, then ever more seldom, and once a second when all
 * is quiet.
 */
public final class Bell {

  private static final long SHORTEST_MILLIS = 20;
  private static final long LONGEST_MILLIS = 1000;

  private final long shortestMillis;
  private final long longestMillis;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition rung = lock.newCondition();
  private long rings;

  public Bell() {
    this(SHORTEST_MILLIS, LONGEST_MILLIS);
  }

  Bell(long shortestMillis, long longestMillis) {
    this.shortestMillis = shortestMillis;
    this.longestMillis = longestMillis;
  }

  public void ring() {
    lock.lock();
    try {
      rings++;
      rung.signalAll();
    } finally {
      lock.unlock();
    }
  }

  Ear ear() {
    return new Ear();
  }

  /** One listener; used by one thread. */
  final class Ear {

    private long heard = -1;
    private long pauseMillis = shortestMillis;
    private boolean nudged;

    /** Lets the one who listens go on, and nobody else. */
    void nudge() {
      lock.lock();
      try {
        nudged = true;
        rung.signalAll();
      } finally {
        lock.unlock();
      }
    }

    /** Waits for the next ring or a nudge, for a second at the most. */
    void listen() throws InterruptedException {
      lock.lock();
      try {
        long left = TimeUnit.MILLISECONDS.toNanos(pauseMillis);
        while (rings == heard && !nudged && left > 0) {
          left = rung.awaitNanos(left);
        }
        nudged = false;
        pauseMillis = rings == heard ? Math.min(2 * pauseMillis, longestMillis) : shortestMillis;
        heard = rings;
      } finally {
        lock.unlock();
      }
    }
  }
}
