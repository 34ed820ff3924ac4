package dev.assent.eventlog.replay;

import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.kafka.Clients;
import dev.assent.eventlog.kafka.KafkaSettings;
import dev.assent.eventlog.kafka.Records;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Reads what is committed of one partition of a topic, from an offset to an end. */
public final class LogRange implements AutoCloseable {

  private static final Duration POLL = Duration.ofMillis(200);
  private static final Duration SILENCE = Duration.ofSeconds(60);

  private final KafkaConsumer<String, byte[]> reader;
  private final ReadingProgress progress;
  private final String topic;

  /** A reader of the facts. */
  public LogRange(KafkaSettings settings, String name) {
    this(settings, name, settings.topics().events());
  }

  public LogRange(KafkaSettings settings, String name, String topic) {
    this.reader = Clients.rangeReader(settings, name);
    this.progress = new ReadingProgress(name);
    this.topic = topic;
  }

  /**
   * Hands over the committed records in batches.
   *
   * @param from the first offset
   * @param end read until everything before this offset is known to be committed or aborted
   * @throws IllegalStateException if the log stays silent before that
   */
  public void read(int partition, long from, long end, Consumer<List<LogRecord>> batch) {
    read(partition, from, end, key -> true, batch);
  }

  /** The same for the records with these keys; the others are not even unpacked. */
  public void read(
      int partition,
      long from,
      long end,
      Predicate<@Nullable String> keys,
      Consumer<List<LogRecord>> batch) {
    TopicPartition at = new TopicPartition(topic, partition);
    reader.assign(List.of(at));
    reader.seek(at, from);
    long lastNews = System.nanoTime();
    while (reader.position(at) < end) {
      ConsumerRecords<String, byte[]> polled = reader.poll(POLL);
      long now = System.nanoTime();
      if (!polled.isEmpty()) {
        List<LogRecord> records = new ArrayList<>();
        polled.forEach(
            record -> {
              if (record.offset() < end && keys.test(record.key())) {
                records.add(Records.read(record));
              }
            });
        if (!records.isEmpty()) {
          batch.accept(records);
        }
        lastNews = now;
      } else if (now - lastNews > SILENCE.toNanos()) {
        throw new IllegalStateException(
            "Expected to read "
                + at
                + " up to "
                + end
                + ", but it is silent at "
                + reader.position(at));
      }
      progress.at(at, reader.position(at), end);
    }
  }

  @Override
  public void close() {
    reader.close(CloseOptions.timeout(Duration.ofSeconds(1)));
  }
}
