package dev.assent.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Submits through the topic and sees in the log that the intents are parked. */
final class KafkaIntake implements AutoCloseable {

  private static final int IN_FLIGHT = 2_000;

  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> events;
  private final Histogram latency = new Histogram(600_000_000L, 3);

  KafkaIntake(String bootstrapServers) {
    Map<String, Object> writing = new HashMap<>();
    writing.put("bootstrap.servers", bootstrapServers);
    writing.put("acks", "all");
    producer = new KafkaProducer<>(writing, new StringSerializer(), new ByteArraySerializer());
    Map<String, Object> reading = new HashMap<>();
    reading.put("bootstrap.servers", bootstrapServers);
    reading.put("isolation.level", "read_committed");
    reading.put("max.poll.records", 5_000);
    events = new KafkaConsumer<>(reading, new StringDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> all =
        events.partitionsFor("assent.events").stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    events.assign(all);
    events.seekToEnd(all);
    all.forEach(events::position);
  }

  /** The ids of the intents, once each waits for a person. */
  Queue<String> park(byte[] submission, int count) {
    Queue<String> parked = new ConcurrentLinkedQueue<>();
    Map<String, Long> sentAt = new ConcurrentHashMap<>();
    int sent = 0;
    while (parked.size() < count) {
      while (sent < count && sent - parked.size() < IN_FLIGHT) {
        send(submission, sentAt);
        sent++;
      }
      for (ConsumerRecord<String, byte[]> event : events.poll(Duration.ofMillis(20))) {
        seen(event, sentAt, parked);
      }
    }
    return parked;
  }

  private void send(byte[] submission, Map<String, Long> sentAt) {
    String id = UUID.randomUUID().toString();
    var record = new ProducerRecord<String, byte[]>("assent.intents", submission);
    record.headers().add("ce_specversion", bytes("1.0"));
    record.headers().add("ce_id", bytes(id));
    record.headers().add("ce_source", bytes("agent://bench/load/driver"));
    record.headers().add("ce_type", bytes("dev.assent.intent.submission.v1"));
    record.headers().add("content-type", bytes("application/json"));
    sentAt.put(id, System.nanoTime());
    producer.send(record);
  }

  /** Birth names the submission as its cause; the task names the intent. */
  private void seen(
      ConsumerRecord<String, byte[]> event, Map<String, Long> sentAt, Queue<String> parked) {
    String type = header(event, "ce_type");
    if (type.equals("dev.assent.intent.created.v1")) {
      Long start = sentAt.remove(header(event, "ce_causationid"));
      if (start != null) {
        sentAt.put(event.key(), start);
      }
    } else if (type.equals("dev.assent.intent.human_task_assigned.v1")) {
      Long start = sentAt.remove(event.key());
      if (start != null) {
        latency.recordValue((System.nanoTime() - start) / 1_000);
        parked.add(event.key());
      }
    }
  }

  Histogram latency() {
    return latency;
  }

  private static String header(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close();
    events.close();
  }
}
