package dev.assent.eventlog.kafka;

import dev.assent.eventlog.append.Append;
import dev.assent.eventlog.append.LogRecord;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

/** Records of the log to and from those of the Kafka client. */
public final class Records {

  private static final byte[] NOTHING = new byte[0];

  private Records() {}

  /** Headers that are not UTF-8 text come out as replacement characters: they match no name. */
  public static LogRecord read(ConsumerRecord<String, byte[]> record) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (Header header : record.headers()) {
      byte[] value = header.value();
      headers.put(header.key(), value == null ? "" : new String(value, StandardCharsets.UTF_8));
    }
    return new LogRecord(
        record.topic(),
        record.partition(),
        record.offset(),
        record.key(),
        headers,
        record.value() == null ? NOTHING : record.value(),
        record.timestamp());
  }

  public static List<LogRecord> readAll(Iterable<ConsumerRecord<String, byte[]>> records) {
    List<LogRecord> all = new ArrayList<>();
    records.forEach(record -> all.add(read(record)));
    return all;
  }

  /** The record of an append, for the partition of its key. */
  public static ProducerRecord<String, byte[]> write(Append append) {
    return write(append, null);
  }

  /**
   * The record of an append.
   *
   * @param partition where it is to stand; null for the partition of its key
   */
  public static ProducerRecord<String, byte[]> write(Append append, @Nullable Integer partition) {
    List<Header> headers = new ArrayList<>(append.headers().size());
    append
        .headers()
        .forEach(
            (name, value) ->
                headers.add(new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8))));
    return new ProducerRecord<>(append.topic(), partition, append.key(), append.value(), headers);
  }

  /** The partition of a key, as Kafka's own default partitioner counts it. */
  public static int partitionOf(String key, int partitions) {
    return Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8))) % partitions;
  }
}
