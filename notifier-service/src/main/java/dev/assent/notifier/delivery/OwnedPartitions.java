package dev.assent.notifier.delivery;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The partitions whose deliveries this instance makes: those that it has applied up to their end,
 * and so knows what was told before.
 */
public final class OwnedPartitions {

  private final Set<Integer> mine = ConcurrentHashMap.newKeySet();

  public void add(Collection<Integer> partitions) {
    mine.addAll(partitions);
  }

  public void remove(Collection<Integer> partitions) {
    mine.removeAll(partitions);
  }

  /** A copy of what is owned now. */
  public Set<Integer> now() {
    return Set.copyOf(mine);
  }
}
