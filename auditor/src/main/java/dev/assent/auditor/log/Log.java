package dev.assent.auditor.log;

import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.kafka.Topics;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The topics of an installation, to be read. */
public interface Log {

  Topics topics();

  /** How many partitions each topic has. */
  int partitions();

  /** The first offset of each partition that retention has left. */
  Map<Integer, Long> starts(String topic);

  /** The offset after the last record that stands in each partition now, committed or not. */
  Map<Integer, Long> ends(String topic);

  /** The offset of the first input of each partition that this service has not answered. */
  Map<Integer, Long> answered(String service, String topic);

  /**
   * Hands over the committed records in order, once it is known of all before the end whether they
   * are committed.
   *
   * @param keys the keys of the records that are wanted
   */
  void read(
      String topic,
      int partition,
      long from,
      long end,
      Predicate<@Nullable String> keys,
      Consumer<LogRecord> to);

  /** The same, whatever the key. */
  default void read(String topic, int partition, long from, long end, Consumer<LogRecord> to) {
    read(topic, partition, from, end, key -> true, to);
  }
}
