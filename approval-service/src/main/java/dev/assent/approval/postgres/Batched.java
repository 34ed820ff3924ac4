package dev.assent.approval.postgres;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Reads of one row each that go to the database together: while one batch is read, the next one
 * gathers. Nobody waits for company; whoever comes alone reads at once, on their own thread.
 */
final class Batched<K, V> {

  /** What one round trip takes at most. */
  private static final int MOST = 256;

  private final Source<K, V> source;
  private final Queue<Asked<K, V>> waiting = new ArrayDeque<>();
  private boolean busy;

  /** Reads what there is of these keys; keys may come twice. */
  interface Source<K, V> {
    Map<K, V> read(Collection<K> keys);
  }

  private static final class Asked<K, V> {
    final K key;

    /** Done when this one is answered, or is to read the batch it is done with. */
    final CompletableFuture<List<Asked<K, V>>> call = new CompletableFuture<>();

    @Nullable V found;

    Asked(K key) {
      this.key = key;
    }
  }

  Batched(Source<K, V> source) {
    this.source = source;
  }

  /**
   * What there is of this key, read after the call.
   *
   * @throws RuntimeException as the source did, or with that as its cause: a batch fails whole
   */
  Optional<V> find(K key) {
    Asked<K, V> mine = new Asked<>(key);
    List<Asked<K, V>> batch = begun(mine) ? List.of(mine) : mine.call.join();
    if (!batch.isEmpty()) {
      read(batch);
    }
    return Optional.ofNullable(mine.found);
  }

  /** Whether nobody was reading; else this one now waits. */
  private synchronized boolean begun(Asked<K, V> mine) {
    if (busy) {
      waiting.add(mine);
      return false;
    }
    busy = true;
    return true;
  }

  /** How many wait for a batch to begin. */
  synchronized int waiting() {
    return waiting.size();
  }

  private void read(List<Asked<K, V>> batch) {
    try {
      Map<K, V> found = source.read(batch.stream().map(asked -> asked.key).toList());
      batch.forEach(asked -> asked.found = found.get(asked.key));
    } catch (RuntimeException | Error e) {
      batch.forEach(asked -> asked.call.completeExceptionally(e));
      throw e;
    } finally {
      callNext();
      batch.forEach(asked -> asked.call.complete(List.of()));
    }
  }

  /** Lets the first of those who wait read for all of them. */
  private void callNext() {
    List<Asked<K, V>> next = new ArrayList<>();
    synchronized (this) {
      while (!waiting.isEmpty() && next.size() < MOST) {
        next.add(waiting.remove());
      }
      busy = !next.isEmpty();
    }
    if (!next.isEmpty()) {
      next.getFirst().call.complete(next);
    }
  }
}
