package dev.assent.eventlog.view;

import java.util.HashMap;
import java.util.Map;

/** How far the partitions owned here have come, for those who wait for it. */
public final class ViewProgress {

  private final Map<Integer, Long> next = new HashMap<>();

  public synchronized void reached(Map<Integer, Long> positions) {
    positions.forEach((partition, offset) -> next.merge(partition, offset, Math::max));
    notifyAll();
  }

  public synchronized void lost(Iterable<Integer> partitions) {
    partitions.forEach(next::remove);
    notifyAll();
  }

  /** Whether this process owns the partition; if not, the stored position must be asked. */
  public synchronized boolean owns(int partition) {
    return next.containsKey(partition);
  }

  /**
   * Waits until the partition has come to this offset, is no longer owned here, or time is up.
   *
   * @return whether it came there
   */
  public synchronized boolean await(int partition, long offset, long deadlineNanos)
      throws InterruptedException {
    while (true) {
      Long at = next.get(partition);
      if (at == null || at >= offset) {
        return at != null;
      }
      long left = (deadlineNanos - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
  }
}
