package dev.assent.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Spreads work over connections, each with one operation in flight. */
final class Connections {

  private final URI url;
  private final String token;
  private final int concurrency;

  /** What one connection does again and again. */
  interface Operation {

    /**
     * Does it once.
     *
     * @param number from 0, each but once
     */
    void on(HttpConnection connection, int number) throws IOException;
  }

  Connections(URI url, String token, int concurrency) {
    this.url = url;
    this.token = token;
    this.concurrency = concurrency;
  }

  /** Returns when it was done so often; the first failure ends it. */
  void each(int count, Operation operation) throws InterruptedException, ExecutionException {
    AtomicInteger next = new AtomicInteger();
    List<Future<?>> workers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < concurrency; i++) {
        workers.add(
            threads.submit(
                () -> {
                  try (HttpConnection connection = new HttpConnection(url, token)) {
                    for (int n = next.getAndIncrement(); n < count; n = next.getAndIncrement()) {
                      operation.on(connection, n);
                    }
                  }
                  return count;
                }));
      }
      for (Future<?> worker : workers) {
        worker.get();
      }
    }
  }
}
