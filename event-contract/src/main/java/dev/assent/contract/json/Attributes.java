package dev.assent.contract.json;

import dev.assent.contract.envelope.CloudEventHeaders;
import dev.assent.contract.envelope.UnreadableRecordException;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.id.IntentId;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The CloudEvents attributes that all records share, written and read in one place. */
final class Attributes {

  private Attributes() {}

  /** Headers of a binary record, with what every one of them carries. */
  static Map<String, String> headers(
      String id, String type, String source, Instant time, @Nullable String traceparent) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(CloudEventHeaders.SPEC_VERSION, "1.0");
    headers.put(CloudEventHeaders.ID, id);
    headers.put(CloudEventHeaders.TYPE, type);
    headers.put(CloudEventHeaders.SOURCE, source);
    headers.put(CloudEventHeaders.TIME, time.toString());
    headers.put(CloudEventHeaders.CONTENT_TYPE, CloudEventHeaders.JSON);
    if (traceparent != null) {
      headers.put(CloudEventHeaders.TRACEPARENT, traceparent);
    }
    return headers;
  }

  static IntentId intent(WireRecord wire) {
    String subject = wire.required(CloudEventHeaders.SUBJECT);
    try {
      return IntentId.of(subject);
    } catch (IllegalArgumentException e) {
      throw new UnreadableRecordException(
          "Expected an intent's id, a UUID, in ce_subject, not " + subject, e);
    }
  }

  static Instant time(WireRecord wire) {
    String time = wire.required(CloudEventHeaders.TIME);
    try {
      return Instant.parse(time);
    } catch (DateTimeParseException e) {
      throw new UnreadableRecordException("Expected an RFC 3339 time in ce_time, not " + time, e);
    }
  }

  /** The line of the table that the record's type names. */
  static <T> TypeTable.Entry<T> entry(WireRecord wire, TypeTable<T> table, String family) {
    String type = wire.required(CloudEventHeaders.TYPE);
    return table
        .find(type)
        .orElseThrow(
            () ->
                new UnreadableRecordException(
                    "Expected a known " + family + " type in ce_type, not " + type));
  }
}
