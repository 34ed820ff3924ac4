package dev.assent.intake.command;

import dev.assent.contract.axp.AxpProgress;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.intent.IntentCreated;
import dev.assent.contract.intent.IntentEdited;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.intent.IntentStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What intake knows of an intent: where it stands, and what tells a repetition from a new one.
 *
 * @param sequence of the last event applied; 0 before birth
 * @param submissionDigest of the submission that it was born from; empty before birth
 * @param payloadSequence of the event that holds the payload as it is now
 * @param quarantine why nothing more is decided here until a person looked at it
 */
public record IntakeState(
    long sequence,
    Instant createdAt,
    Instant updatedAt,
    AxpProgress progress,
    String submissionDigest,
    long payloadSequence,
    StepView step,
    EndView end,
    @Nullable String quarantine) {

  public static final IntakeState UNBORN =
      new IntakeState(
          0,
          Instant.EPOCH,
          Instant.EPOCH,
          AxpProgress.plain(IntentStatus.CREATED),
          "",
          0,
          StepView.NONE,
          EndView.NONE,
          null);

  boolean isBorn() {
    return sequence > 0;
  }

  IntakeState quarantined(String reason) {
    return new IntakeState(
        sequence,
        createdAt,
        updatedAt,
        progress,
        submissionDigest,
        payloadSequence,
        step,
        end,
        reason);
  }

  /**
   * The state after the next event.
   *
   * @throws IllegalStateException if it is not the next: a history with a hole is no history
   */
  IntakeState after(RecordedEvent recorded) {
    if (recorded.sequence() != sequence + 1) {
      throw new IllegalStateException(
          "Expected event " + (sequence + 1) + " of the intent, got event " + recorded.sequence());
    }
    IntentEvent event = recorded.event();
    Instant at = recorded.envelope().time();
    boolean birth = event instanceof IntentCreated;
    return new IntakeState(
        recorded.sequence(),
        birth ? at : createdAt,
        at,
        progress.after(event),
        event instanceof IntentCreated created ? created.submissionDigest() : submissionDigest,
        birth || event instanceof IntentEdited ? recorded.sequence() : payloadSequence,
        step.after(event),
        end.after(event),
        quarantine);
  }
}
