package dev.assent.kernel.intent;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Copies whose order is the same in every JVM: {@link Map#copyOf} and {@code Set.copyOf} iterate in
 * an order that changes from one start to the next, and a state must not.
 */
final class Sorted {

  private Sorted() {}

  static <K extends Comparable<K>, V> SortedMap<K, V> copy(Map<K, V> map) {
    return Collections.unmodifiableSortedMap(new TreeMap<>(map));
  }

  static <K extends Comparable<K>> SortedSet<K> copy(Collection<K> values) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(values));
  }
}
