package dev.assent.edge.log;

import dev.assent.eventlog.loop.LoopGroup;
import dev.assent.eventlog.view.ReadBarrier;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The loops of one service, from the start of the process to its end. A process that does not run
 * the service never starts them, and then there is nothing to be ill of and nothing to wait for.
 */
public final class ServiceLoops implements AutoCloseable {

  private volatile @Nullable LoopGroup loops;
  private volatile @Nullable ReadBarrier barrier;

  /** Starts loops that nobody waits for. */
  public void start(LoopGroup group) {
    loops = group;
    group.start();
  }

  /** Starts loops whose views are read through this barrier. */
  public void start(LoopGroup group, ReadBarrier reads) {
    barrier = reads;
    start(group);
  }

  /** Whether every loop works. */
  public boolean isHealthy() {
    LoopGroup running = loops;
    return running == null || running.isHealthy();
  }

  /**
   * Waits until the view holds what this process has seen of this key.
   *
   * @return false if time was up first, or there is no view here
   */
  public boolean await(String key, Duration timeout) {
    ReadBarrier ready = barrier;
    return ready != null && ready.await(key, timeout);
  }

  /**
   * Waits until the view holds all that anybody can have seen of this key.
   *
   * @return false if time was up first, or there is no view here
   */
  public boolean awaitEnd(String key, Duration timeout) {
    ReadBarrier ready = barrier;
    return ready != null && ready.awaitEnd(key, timeout);
  }

  /**
   * Waits until the view holds all that anybody can have seen.
   *
   * @return false if time was up first, or there is no view here
   */
  public boolean awaitEndOfAll(Duration timeout) {
    ReadBarrier ready = barrier;
    return ready != null && ready.awaitEndOfAll(timeout);
  }

  /**
   * Waits until the view shows something about this key.
   *
   * @return false if time was up first, or there is no view here
   */
  public boolean awaitThat(String key, BooleanSupplier shown, Duration timeout) {
    ReadBarrier ready = barrier;
    return ready != null && ready.awaitThat(key, shown, timeout);
  }

  /** What this process has seen of all keys. */
  public boolean awaitAll(Duration timeout) {
    ReadBarrier ready = barrier;
    return ready != null && ready.awaitAll(timeout);
  }

  @Override
  public void close() {
    LoopGroup running = loops;
    if (running != null) {
      running.close();
    }
  }
}
