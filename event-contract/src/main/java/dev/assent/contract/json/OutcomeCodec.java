package dev.assent.contract.json;

import dev.assent.contract.envelope.CloudEventHeaders;
import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.envelope.UnreadableRecordException;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.outcome.Completion;
import dev.assent.contract.outcome.RefusedInput;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Completions and refused inputs to and from CloudEvents in Kafka binary mode. */
public final class OutcomeCodec {

  private OutcomeCodec() {}

  /**
   * A completion, keyed by intent.
   *
   * @param ending the envelope of the event that ended the intent
   */
  public static WireRecord encode(Completion completion, Envelope ending) {
    String intent = completion.intentId().toString();
    Map<String, String> headers =
        Attributes.headers(
            intent + "/completion",
            OutcomeTypes.TABLE.of(completion).wireType(),
            ending.source(),
            completion.endedAt(),
            ending.traceparent());
    headers.put(CloudEventHeaders.SUBJECT, intent);
    headers.put(CloudEventHeaders.CORRELATION_ID, completion.correlationId());
    headers.put(CloudEventHeaders.CAUSATION_ID, ending.causationId());
    return new WireRecord(intent, headers, ContractJson.write(completion));
  }

  /**
   * A refused input, keyed by its intent, or by the input where no intent is known. Its id is the
   * input's position, so that refusing a record again after a crash writes the same id.
   *
   * @param time when it was refused
   * @param source the service that refused it
   */
  public static WireRecord encode(
      RefusedInput refused, Instant time, String source, @Nullable String traceparent) {
    Map<String, String> headers =
        Attributes.headers(
            refused.topic() + "/" + refused.partition() + "/" + refused.offset(),
            OutcomeTypes.TABLE.of(refused).wireType(),
            source,
            time,
            traceparent);
    headers.put(CloudEventHeaders.CAUSATION_ID, refused.input());
    String intent = refused.intentId();
    if (intent != null) {
      headers.put(CloudEventHeaders.SUBJECT, intent);
    }
    return new WireRecord(
        intent == null ? refused.input() : intent, headers, ContractJson.write(refused));
  }

  /**
   * Reads a record of {@code completions}.
   *
   * @throws UnreadableRecordException saying what was expected and what came
   */
  public static Completion completion(WireRecord wire) {
    return read(wire, Completion.class);
  }

  /**
   * Reads a record of {@code refusals}.
   *
   * @throws UnreadableRecordException saying what was expected and what came
   */
  public static RefusedInput refusedInput(WireRecord wire) {
    return read(wire, RefusedInput.class);
  }

  private static <T extends Record> T read(WireRecord wire, Class<T> expected) {
    TypeTable.Entry<Record> entry = Attributes.entry(wire, OutcomeTypes.TABLE, "outcome");
    if (entry.type() != expected) {
      throw new UnreadableRecordException(
          "Expected a " + expected.getSimpleName() + ", not " + entry.wireType());
    }
    return ContractJson.read(wire.value(), expected);
  }
}
