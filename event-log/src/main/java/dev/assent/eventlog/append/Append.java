package dev.assent.eventlog.append;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record to be written.
 *
 * @param key what the record is about; decides the partition. Null only where order does not matter
 */
public record Append(
    String topic, @Nullable String key, Map<String, String> headers, byte[] value) {}
