package dev.assent.auditor.main;

import dev.assent.auditor.log.Log;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.kafka.KafkaSettings;
import dev.assent.eventlog.kafka.LogEnds;
import dev.assent.eventlog.kafka.Topics;
import dev.assent.eventlog.replay.LogRange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The topics of a broker. */
final class KafkaLog implements Log, AutoCloseable {

  private static final String NAME = "assent-auditor";

  private final KafkaSettings settings;
  private final int partitions;

  /** One reader a topic: no read begins while another one of its topic goes on. */
  private final Map<String, LogRange> ranges = new HashMap<>();

  /**
   * @throws IllegalStateException with what to do if the broker or the topics are not there
   */
  KafkaLog(String bootstrapServers, Topics topics) {
    this.settings = new KafkaSettings(bootstrapServers, NAME, topics);
    this.partitions = LogEnds.partitions(settings, NAME, topics.events());
  }

  @Override
  public Topics topics() {
    return settings.topics();
  }

  @Override
  public int partitions() {
    return partitions;
  }

  @Override
  public Map<Integer, Long> starts(String topic) {
    return LogEnds.starts(settings, NAME, topic, all());
  }

  @Override
  public Map<Integer, Long> ends(String topic) {
    return LogEnds.of(settings, NAME, topic, all());
  }

  @Override
  public Map<Integer, Long> answered(String service, String topic) {
    return LogEnds.answered(settings, NAME, service, topic, all());
  }

  private List<Integer> all() {
    return IntStream.range(0, partitions).boxed().toList();
  }

  @Override
  public void read(
      String topic,
      int partition,
      long from,
      long end,
      Predicate<@Nullable String> keys,
      Consumer<LogRecord> to) {
    if (from >= end) {
      return;
    }
    ranges
        .computeIfAbsent(topic, name -> new LogRange(settings, NAME, name))
        .read(partition, from, end, keys, records -> records.forEach(to));
  }

  @Override
  public void close() {
    ranges.values().forEach(LogRange::close);
  }
}
