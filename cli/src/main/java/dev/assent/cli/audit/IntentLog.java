package dev.assent.cli.audit;

import dev.assent.cli.CliException;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.envelope.UnreadableRecordException;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.json.EventCodec;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.kafka.Clients;
import dev.assent.eventlog.kafka.KafkaSettings;
import dev.assent.eventlog.kafka.LogEnds;
import dev.assent.eventlog.kafka.Records;
import dev.assent.eventlog.kafka.Topics;
import dev.assent.eventlog.replay.LogRange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;

/** Reads an intent's history from the topic {@code events} itself: no view has a say in it. */
public final class IntentLog {
  private static final String NAME = "assent-audit";
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final KafkaSettings settings;

  /**
   * @param prefix what the names of the topics start with
   */
  public IntentLog(String bootstrapServers, String prefix) {
    this.settings = new KafkaSettings(bootstrapServers, NAME, new Topics(prefix));
  }

  /**
   * The events of an intent, in the order of the log.
   *
   * @throws CliException if the broker or the topic is not there, or a record cannot be read
   */
  public List<RecordedEvent> read(String intentId) {
    try {
      int partition = Records.partitionOf(intentId, partitions());
      long end =
          LogEnds.of(settings, NAME + "-end", topic(), List.of(partition))
              .getOrDefault(partition, 0L);
      List<RecordedEvent> events = new ArrayList<>();
      try (LogRange range = new LogRange(settings, NAME)) {
        range.read(
            partition,
            0,
            end,
            batch ->
                batch.stream()
                    .filter(record -> intentId.equals(record.key()))
                    .forEach(record -> events.add(decode(record))));
      }
      return events;
    } catch (KafkaException e) {
      throw CliException.notRunning(
          "Kafka at %s does not answer (%s). See how it is with: assent status"
              .formatted(settings.bootstrapServers(), e.getMessage()));
    }
  }

  private int partitions() {
    try (KafkaConsumer<String, byte[]> reader = Clients.reader(settings, NAME + "-topics")) {
      List<PartitionInfo> partitions = reader.listTopics(PATIENCE).get(topic());
      if (partitions == null || partitions.isEmpty()) {
        throw CliException.failed(
            "There is no topic %s at %s. Is --topics-prefix right?"
                .formatted(topic(), settings.bootstrapServers()));
      }
      return partitions.size();
    }
  }

  private String topic() {
    return settings.topics().events();
  }

  private static RecordedEvent decode(LogRecord record) {
    try {
      return EventCodec.decode(new WireRecord(record.key(), record.headers(), record.value()));
    } catch (UnreadableRecordException e) {
      throw CliException.failed(
          "The record at %s-%d@%d cannot be read: %s."
              .formatted(record.topic(), record.partition(), record.offset(), e.getMessage()),
          e);
    }
  }
}
