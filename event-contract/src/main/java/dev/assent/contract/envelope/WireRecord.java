package dev.assent.contract.envelope;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as a broker carries it, without naming one.
 *
 * @param key the Kafka key: the intent's id, or null on input of strangers
 */
public record WireRecord(@Nullable String key, Map<String, String> headers, byte[] value) {

  public @Nullable String header(String name) {
    return headers.get(name);
  }

  /**
   * A header that must be there.
   *
   * @throws UnreadableRecordException naming the header that is missing
   */
  public String required(String name) {
    String value = headers.get(name);
    if (value == null || value.isEmpty()) {
      throw new UnreadableRecordException("Expected a header " + name + ", but there is none");
    }
    return value;
  }
}
