package dev.assent.intake.command;

import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.json.OutcomeCodec;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusedInput;
import dev.assent.eventlog.append.Append;
import dev.assent.eventlog.append.LogRecord;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** What goes to the topic {@code refusals}. */
final class Refusals {

  /** As Base64 this fits a record of Kafka's default size with room for the sentences. */
  private static final int KEPT_BYTES = 512 * 1024;

  private final String topic;

  Refusals(String topic) {
    this.topic = topic;
  }

  /** The refusal of this record, with as much of its bytes as a record can hold. */
  Append of(
      LogRecord record, String input, @Nullable IntentId intent, Refusal refusal, Instant at) {
    byte[] value = record.value();
    byte[] kept = value.length > KEPT_BYTES ? Arrays.copyOf(value, KEPT_BYTES) : value;
    WireRecord wire =
        OutcomeCodec.encode(
            new RefusedInput(
                refusal,
                input,
                intent == null ? null : intent.toString(),
                record.topic(),
                record.partition(),
                record.offset(),
                Base64.getEncoder().encodeToString(kept)),
            at,
            IntakeProcessor.SOURCE,
            null);
    return new Append(topic, wire.key(), wire.headers(), wire.value());
  }
}
