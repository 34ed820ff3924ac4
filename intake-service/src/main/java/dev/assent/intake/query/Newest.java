package dev.assent.intake.query;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * News for one listener, who may be slow: of more than so many, the oldest are forgotten. Whoever
 * listens gets them from the view, which forgets nothing.
 */
final class Newest<T> {

  static final int MOST = 64;

  private final BlockingQueue<T> queue = new LinkedBlockingQueue<>(MOST);

  void add(T news) {
    while (!queue.offer(news)) {
      queue.poll();
    }
  }

  /** The oldest that is left, or null if none comes in time. */
  @Nullable T poll(long nanos) throws InterruptedException {
    return queue.poll(nanos, TimeUnit.NANOSECONDS);
  }
}
