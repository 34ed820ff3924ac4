package dev.assent.eventlog.append;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A record that was read; the position in the log is its order, the timestamp is not. */
public record LogRecord(
    String topic,
    int partition,
    long offset,
    @Nullable String key,
    Map<String, String> headers,
    byte[] value,
    long timestamp) {

  public @Nullable String header(String name) {
    return headers.get(name);
  }
}
