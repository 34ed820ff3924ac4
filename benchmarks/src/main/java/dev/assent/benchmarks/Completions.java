package dev.assent.benchmarks;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Sees outcomes as a downstream agent does, and how long after the decision was sent. */
final class Completions implements AutoCloseable {

  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<String, Long> decidedAt = new ConcurrentHashMap<>();
  private final Histogram latency = new Histogram(60_000_000L, 3);
  private final CountDownLatch unseen;
  private final Thread thread;
  private volatile boolean stopping;

  /** Begins to listen; there will be so many. */
  Completions(String bootstrapServers, int count) {
    unseen = new CountDownLatch(count);
    Map<String, Object> config = new HashMap<>();
    config.put("bootstrap.servers", bootstrapServers);
    config.put("isolation.level", "read_committed");
    config.put("max.poll.records", 5_000);
    consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> all =
        consumer.partitionsFor("assent.completions").stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(all);
    consumer.seekToEnd(all);
    all.forEach(consumer::position);
    thread = Thread.ofPlatform().name("completions").start(this::run);
  }

  void decided(String intentId) {
    decidedAt.put(intentId, System.nanoTime());
  }

  private void run() {
    while (!stopping) {
      var records = consumer.poll(Duration.ofMillis(100));
      long now = System.nanoTime();
      records.forEach(
          record -> {
            Long start = decidedAt.remove(record.key());
            if (start != null) {
              latency.recordValue((now - start) / 1_000);
              unseen.countDown();
            }
          });
    }
    consumer.close();
  }

  void awaitAll() throws InterruptedException {
    unseen.await();
  }

  /** Microseconds from sending a decision to seeing its outcome on the topic. */
  Histogram latency() {
    return latency;
  }

  @Override
  public void close() {
    stopping = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
