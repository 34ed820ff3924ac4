package dev.assent.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Holds streams open beside another benchmark: {@code --streams --seconds} (60 at the most), each
 * on the events of one intent that waits. Says when all are open, and how many failed.
 */
public final class OpenStreams {

  private OpenStreams() {}

  public static void main(String[] arguments) throws Exception {
    Map<String, String> options = Target.options(arguments);
    Target target = Target.of(options);
    int streams = Integer.parseInt(options.getOrDefault("streams", "5000"));
    String path =
        "/v1/intents/%s/events/stream?wait_seconds=%s"
            .formatted(waiting(target), options.getOrDefault("seconds", "60"));
    CountDownLatch opened = new CountDownLatch(streams);
    AtomicInteger failed = new AtomicInteger();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < streams; i++) {
        threads.execute(
            () -> {
              try (var connection = new HttpConnection(target.url(), target.agentKey())) {
                connection.listen(path, opened::countDown);
              } catch (IOException e) {
                failed.incrementAndGet();
                opened.countDown();
              }
            });
      }
      opened.await();
      System.out.println(streams - failed.get() + " streams are open");
    }
    System.out.println(failed.get() + " streams failed");
  }

  private static String waiting(Target target) throws IOException {
    try (var connection = new HttpConnection(target.url(), target.agentKey())) {
      byte[] intent =
          ParkAndDecide.submission(target.approver(), 500).getBytes(StandardCharsets.UTF_8);
      return connection.post("/v1/intents", intent).field("intent_id");
    }
  }
}
