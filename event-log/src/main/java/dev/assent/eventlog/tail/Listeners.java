package dev.assent.eventlog.tail;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who listens to what, while things come by on another thread.
 *
 * @param <K> what is listened to
 * @param <L> a listener; the same one may listen twice
 */
public final class Listeners<K, L> {

  private final Map<K, Map<Object, L>> all = new ConcurrentHashMap<>();

  /** Counts from when this returns, until it is closed. */
  public Tail.Subscription add(K key, L listener) {
    Object place = new Object();
    all.compute(
        key,
        (k, others) -> {
          // Within the map's lock: the last of the others may leave and take their map away.
          Map<Object, L> places = others == null ? new ConcurrentHashMap<>() : others;
          places.put(place, listener);
          return places;
        });
    return () ->
        all.computeIfPresent(
            key,
            (k, places) -> {
              places.remove(place);
              return places.isEmpty() ? null : places;
            });
  }

  /** Those who listen to this now. */
  public Collection<L> of(K key) {
    Map<Object, L> places = all.get(key);
    return places == null ? List.of() : places.values();
  }

  /** Whether nobody listens to anything. */
  public boolean isEmpty() {
    return all.isEmpty();
  }
}
