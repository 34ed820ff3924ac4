package dev.assent.intake.command;

import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.json.OutcomeCodec;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusedInput;
import dev.assent.eventlog.append.Append;
import dev.assent.eventlog.append.LogRecord;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What goes to the topic {@code refusals}. */
final class Refusals {

  private final String topic;

  Refusals(String topic) {
    this.topic = topic;
  }

  /** The refusal of this record, with as much of its bytes as a record can hold. */
  Append of(
      LogRecord record, String input, @Nullable IntentId intent, Refusal refusal, Instant at) {
    WireRecord wire =
        OutcomeCodec.encode(
            new RefusedInput(
                refusal,
                input,
                intent == null ? null : intent.toString(),
                record.topic(),
                record.partition(),
                record.offset(),
                RefusedInput.kept(record.value())),
            at,
            IntakeProcessor.SOURCE,
            null);
    return new Append(topic, wire.key(), wire.headers(), wire.value());
  }
}
