package dev.assent.contract.json;

import dev.assent.contract.envelope.CloudEventHeaders;
import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.envelope.UnreadableRecordException;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.intent.IntentEvent;
import java.util.Map;
import java.util.regex.Pattern;

/** Events to and from CloudEvents in Kafka binary mode. */
public final class EventCodec {

  private static final Pattern SEQUENCE = Pattern.compile("[0-9]{1,18}");

  private EventCodec() {}

  public static WireRecord encode(RecordedEvent recorded) {
    Envelope envelope = recorded.envelope();
    Map<String, String> headers =
        Attributes.headers(
            envelope.eventId(),
            EventTypes.TABLE.of(recorded.event()).wireType(),
            envelope.source(),
            envelope.time(),
            envelope.traceparent());
    headers.put(CloudEventHeaders.SUBJECT, envelope.intentId().toString());
    headers.put(CloudEventHeaders.SEQUENCE, sequenceText(envelope.sequence()));
    headers.put(CloudEventHeaders.CORRELATION_ID, envelope.correlationId());
    headers.put(CloudEventHeaders.CAUSATION_ID, envelope.causationId());
    if (envelope.previousHash() != null) {
      headers.put(CloudEventHeaders.PREVIOUS_HASH, envelope.previousHash());
    }
    return new WireRecord(
        envelope.intentId().toString(), headers, ContractJson.write(recorded.event()));
  }

  /**
   * Reads an event.
   *
   * @throws UnreadableRecordException for a type that this version does not know: the intent must
   *     stop loudly, for a history with a hole is no history
   */
  public static RecordedEvent decode(WireRecord wire) {
    TypeTable.Entry<IntentEvent> entry = Attributes.entry(wire, EventTypes.TABLE, "event");
    return new RecordedEvent(envelope(wire), ContractJson.read(wire.value(), entry.type()));
  }

  /**
   * Reads the envelope alone.
   *
   * @throws UnreadableRecordException saying what was expected and what came
   */
  public static Envelope envelope(WireRecord wire) {
    return new Envelope(
        Attributes.intent(wire),
        sequence(wire),
        Attributes.time(wire),
        wire.required(CloudEventHeaders.SOURCE),
        wire.required(CloudEventHeaders.CORRELATION_ID),
        wire.required(CloudEventHeaders.CAUSATION_ID),
        wire.header(CloudEventHeaders.TRACEPARENT),
        wire.header(CloudEventHeaders.PREVIOUS_HASH));
  }

  /**
   * The sequence alone: readers that have seen it need not parse the rest.
   *
   * @throws UnreadableRecordException if it is no whole number from 1
   */
  public static long sequence(WireRecord wire) {
    String text = wire.required(CloudEventHeaders.SEQUENCE);
    if (!SEQUENCE.matcher(text).matches() || Long.parseLong(text) == 0) {
      throw new UnreadableRecordException(
          "Expected a whole number from 1 in ce_sequence, not " + text);
    }
    return Long.parseLong(text);
  }

  /** Ten digits: CloudEvents wants sequences whose order as text is their order. */
  private static String sequenceText(long sequence) {
    String digits = Long.toString(sequence);
    return "0".repeat(Math.max(0, 10 - digits.length())) + digits;
  }
}
