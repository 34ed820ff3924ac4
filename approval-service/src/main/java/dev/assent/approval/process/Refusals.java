package dev.assent.approval.process;

import dev.assent.contract.envelope.CloudEventHeaders;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.json.OutcomeCodec;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.outcome.RefusedInput;
import dev.assent.eventlog.append.Append;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.kafka.Topics;
import dev.assent.kernel.intent.IntentState;
import java.time.Instant;
import java.util.List;

/** Refused records, with the reason and the original bytes, for the topic of refusals. */
final class Refusals {

  private Refusals() {}

  static Append append(Topics topics, LogRecord record, String input, Refusal refusal, Instant at) {
    RefusedInput refused =
        new RefusedInput(
            refusal,
            input,
            Keys.canonical(Keys.of(record)).orElse(null),
            record.topic(),
            record.partition(),
            record.offset(),
            RefusedInput.kept(record.value()));
    WireRecord wire =
        OutcomeCodec.encode(
            refused, at, Telling.SOURCE, record.header(CloudEventHeaders.TRACEPARENT));
    return new Append(topics.refusals(), wire.key(), wire.headers(), wire.value());
  }

  static Refusal duplicate(IntentState state, String input) {
    return new Refusal(
        RefusalCode.DUPLICATE,
        "This was accepted before; its first answer stands",
        List.of(),
        Standing.decisionOf(state, input));
  }

  /** The key's first answer stands, and is not this one's. */
  static Refusal keyReused(IntentState state, String other) {
    return new Refusal(
        RefusalCode.IDEMPOTENCY_KEY_REUSED,
        "Expected what was asked under this key before, and accepted, but came something else; use"
            + " a new key for a new wish",
        List.of(),
        Standing.decisionOf(state, other));
  }

  static Refusal quarantined(String reason) {
    return Refusal.of(
        RefusalCode.QUARANTINED,
        "Expected an intent that is in order, but it is in quarantine until an operator looked: "
            + reason);
  }
}
