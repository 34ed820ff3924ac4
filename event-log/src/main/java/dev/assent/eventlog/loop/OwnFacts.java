package dev.assent.eventlog.loop;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * The facts that this loop appended itself and will read again: they need no second look.
 * Forgetting them costs a little work, nothing else.
 */
final class OwnFacts {

  private final Map<Integer, Set<Long>> offsets = new HashMap<>();

  void add(int partition, long offset) {
    offsets.computeIfAbsent(partition, p -> new HashSet<>()).add(offset);
  }

  /** Whether this fact is one of them; asked once for each. */
  boolean remove(int partition, long offset) {
    Set<Long> own = offsets.get(partition);
    return own != null && own.remove(offset);
  }

  void clear() {
    offsets.clear();
  }
}
