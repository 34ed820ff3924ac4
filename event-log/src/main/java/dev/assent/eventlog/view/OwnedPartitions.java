package dev.assent.eventlog.view;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The partitions that this instance acts on: those that it owns and has applied up to their end.
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
