package dev.assent.approval.process;

import dev.assent.contract.envelope.CloudEventHeaders;
import dev.assent.contract.envelope.UnreadableRecordException;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.json.SignalCodec;
import dev.assent.eventlog.append.LogRecord;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a record is about. The subject counts, not the key: a stranger's client may set any. */
public final class Keys {

  private Keys() {}

  public static WireRecord wire(LogRecord record) {
    return new WireRecord(record.key(), record.headers(), record.value());
  }

  /** The intent's id in its one spelling, or a text that is no id. */
  static String of(LogRecord record) {
    return canonical(subject(record)).or(() -> canonical(record.key())).orElse(place(record));
  }

  /** The record's own id, or its place if it has none. */
  static String inputId(LogRecord record) {
    String id = record.header(CloudEventHeaders.ID);
    return id == null || id.isEmpty() ? place(record) : id;
  }

  static Optional<String> canonical(@Nullable String text) {
    if (text == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(IntentId.of(text).toString());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static @Nullable String subject(LogRecord record) {
    WireRecord wire = wire(record);
    if (!SignalCodec.isStructured(wire)) {
      return record.header(CloudEventHeaders.SUBJECT);
    }
    try {
      return SignalCodec.fromStructured(wire).header(CloudEventHeaders.SUBJECT);
    } catch (UnreadableRecordException e) {
      return null;
    }
  }

  private static String place(LogRecord record) {
    return record.topic() + "/" + record.partition() + "/" + record.offset();
  }
}
