package dev.assent.intake.command;

import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.id.NamedUuid;
import dev.assent.contract.intent.IntentCreated;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.intent.IntentSubmitted;
import dev.assent.contract.timer.ArmedTimer;
import dev.assent.contract.timer.TimerKind;
import dev.assent.intake.domain.Submission;
import dev.assent.intake.kafka.Inbound;
import java.time.Instant;
import java.util.List;

/** The first two events of every intent. */
final class Births {

  private Births() {}

  static List<RecordedEvent> of(Inbound.Readable in, Submission submission, Instant at) {
    IntentId id = in.intent();
    String given = submission.correlationId();
    String correlation =
        given == null ? NamedUuid.of("assent-correlation", id.toString()).toString() : given;
    String key = in.idempotencyKey() == null ? submission.idempotencyKey() : in.idempotencyKey();
    Instant deadline = submission.plan().deadlineAt();
    IntentEvent created =
        new IntentCreated(
            submission.intentType(),
            submission.from(),
            submission.to(),
            submission.replyTo(),
            correlation,
            submission.payload(),
            submission.payloadDigest(),
            key,
            submission.digest());
    IntentEvent submitted =
        new IntentSubmitted(
            submission.plan(),
            submission.scenario(),
            deadline == null
                ? List.of()
                : List.of(new ArmedTimer(TimerKind.INTENT_DEADLINE, deadline)));
    return List.of(
        recorded(in, 1, at, correlation, created), recorded(in, 2, at, correlation, submitted));
  }

  private static RecordedEvent recorded(
      Inbound.Readable in, long sequence, Instant at, String correlation, IntentEvent event) {
    return new RecordedEvent(
        new Envelope(
            in.intent(),
            sequence,
            at,
            IntakeProcessor.SOURCE,
            correlation,
            in.input(),
            in.traceparent()),
        event);
  }
}
