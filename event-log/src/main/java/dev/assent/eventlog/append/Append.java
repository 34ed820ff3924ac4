package dev.assent.eventlog.append;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record to be written.
 *
 * @param key what the record is about; decides the partition. Null only where order does not matter
 */
public record Append(
    String topic, @Nullable String key, Map<String, String> headers, byte[] value) {

  /** What Kafka's producers and brokers take by default, with room for what frames a record. */
  public static final int LARGEST = 1_048_576 - 4_096;

  /** About how many bytes it takes, what frames it left out. */
  public int size() {
    int size = value.length + (key == null ? 0 : key.length());
    for (Map.Entry<String, String> header : headers.entrySet()) {
      size += header.getKey().length() + header.getValue().length();
    }
    return size;
  }
}
