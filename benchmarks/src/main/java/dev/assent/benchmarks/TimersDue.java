package dev.assent.benchmarks;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Arms reminders that fall due within one window of ten seconds, and measures how late the log says
 * that each reminder went out: {@code --count --lead} (seconds until the window opens).
 */
public final class TimersDue {

  private static final int CONNECTIONS = 32;
  private static final Duration WINDOW = Duration.ofSeconds(10);

  private TimersDue() {}

  public static void main(String[] arguments) throws Exception {
    Map<String, String> options = Target.options(arguments);
    Target target = Target.of(options);
    int count = Integer.parseInt(options.getOrDefault("count", "10000"));
    Duration lead = Duration.ofSeconds(Long.parseLong(options.getOrDefault("lead", "60")));
    try (KafkaConsumer<String, byte[]> events = atEnd(target.bootstrapServers())) {
      arm(target, count, Instant.now().plus(lead));
      report(measure(events, count), count);
    }
  }

  private static void arm(Target target, int count, Instant opens) throws Exception {
    Random random = new Random(7);
    new Connections(target.url(), target.agentKey(), CONNECTIONS)
        .each(
            count,
            (connection, number) -> {
              Instant due = opens.plusMillis(random.nextLong(WINDOW.toMillis()));
              connection.post("/v1/intents", submission(target.approver(), due)).field("intent_id");
            });
    System.out.printf(
        Locale.ROOT,
        "%d armed, %.1f s before the window opens%n",
        count,
        Duration.between(Instant.now(), opens).toMillis() / 1e3);
  }

  private static byte[] submission(String approver, Instant due) {
    return ("{\"intent_type\":\"bench.timer.v1\",\"to_agent\":\"human\",\"title\":\"bench\","
            + "\"payload\":{},\"approval\":{\"approvers\":[\"%s\"],\"reminders\":[\"%s\"],"
            + "\"deadline\":\"PT24H\"}}")
        .formatted(approver, Duration.between(Instant.now(), due))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static Histogram measure(KafkaConsumer<String, byte[]> events, int count) {
    Map<String, Instant> due = new HashMap<>();
    Histogram lateness = new Histogram(600_000L, 3);
    int early = 0;
    while (lateness.getTotalCount() + early < count) {
      for (var event : events.poll(Duration.ofMillis(200))) {
        String type =
            new String(event.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
        if (type.equals("dev.assent.intent.human_task_assigned.v1")) {
          reminderOf(new String(event.value(), StandardCharsets.UTF_8), event.key(), due);
        } else if (type.equals("dev.assent.intent.reminder.v1")) {
          Instant dueAt = due.remove(event.key());
          if (dueAt != null) {
            long late = event.timestamp() - dueAt.toEpochMilli();
            early += late < 0 ? 1 : 0;
            if (late >= 0) {
              lateness.recordValue(late);
            }
          }
        }
      }
    }
    System.out.println("early: " + early);
    return lateness;
  }

  private static void reminderOf(String json, String key, Map<String, Instant> due) {
    int at = json.indexOf("\"kind\":\"REMINDER\",\"due_at\":\"");
    if (at >= 0) {
      int start = at + 28;
      due.put(key, Instant.parse(json.substring(start, json.indexOf('"', start))));
    }
  }

  private static void report(Histogram lateness, int count) {
    System.out.printf(
        Locale.ROOT,
        "%d reminders in the log, lateness p50 %d ms, p99 %d ms, max %d ms%n",
        count,
        lateness.getValueAtPercentile(50),
        lateness.getValueAtPercentile(99),
        lateness.getMaxValue());
  }

  private static KafkaConsumer<String, byte[]> atEnd(String bootstrapServers) {
    Map<String, Object> config = new HashMap<>();
    config.put("bootstrap.servers", bootstrapServers);
    config.put("isolation.level", "read_committed");
    config.put("max.poll.records", 5_000);
    var consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> all =
        consumer.partitionsFor("assent.events").stream()
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(all);
    consumer.seekToEnd(all);
    all.forEach(consumer::position);
    return consumer;
  }
}
