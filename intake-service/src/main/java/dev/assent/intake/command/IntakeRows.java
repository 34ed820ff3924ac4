package dev.assent.intake.command;

import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.DecisionRecorded;
import dev.assent.contract.intent.DeliveryFailed;
import dev.assent.contract.intent.HumanTaskAssigned;
import dev.assent.contract.intent.IntentAcknowledged;
import dev.assent.contract.intent.IntentCreated;
import dev.assent.contract.intent.IntentDelivered;
import dev.assent.contract.intent.IntentEdited;
import dev.assent.contract.intent.IntentEnding;
import dev.assent.contract.intent.IntentEscalated;
import dev.assent.contract.intent.IntentInProgress;
import dev.assent.contract.intent.IntentNotified;
import dev.assent.contract.intent.IntentReminder;
import dev.assent.contract.intent.IntentSubmitted;
import dev.assent.contract.intent.IntentTransfer;
import dev.assent.contract.intent.IntentWaiting;
import dev.assent.contract.intent.ResultRecorded;
import dev.assent.contract.intent.StepTimedOut;
import dev.assent.contract.json.EventTypes;
import dev.assent.contract.plan.AgentTask;
import dev.assent.contract.plan.Step;
import dev.assent.intake.domain.Target;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What an event changes in the view besides the state. */
final class IntakeRows {

  /** Addressees that no credential names. */
  private static final Set<String> NOBODY = Set.of("human", Target.PLATFORM_ADDRESS);

  private IntakeRows() {}

  /**
   * The rows of an event.
   *
   * @param body its JSON as it stands in the log
   */
  static List<IntakeRow> of(RecordedEvent recorded, byte[] body) {
    Envelope envelope = recorded.envelope();
    IntentId intent = envelope.intentId();
    List<IntakeRow> rows = new ArrayList<>();
    rows.add(
        new IntakeRow.Event(
            intent,
            envelope.sequence(),
            envelope.time(),
            EventTypes.TABLE.of(recorded.event()).wireType(),
            envelope.source(),
            envelope.correlationId(),
            envelope.causationId(),
            new String(body, StandardCharsets.UTF_8)));
    switch (recorded.event()) {
      case IntentCreated e -> {
        rows.add(new IntakeRow.Party(e.from(), envelope.time(), intent));
        if (!NOBODY.contains(e.to())) {
          rows.add(new IntakeRow.Party(e.to(), envelope.time(), intent));
        }
      }
      case IntentSubmitted e -> {
        for (Step step : e.plan().steps()) {
          if (step instanceof AgentTask task && !NOBODY.contains(task.agent())) {
            rows.add(new IntakeRow.Party(task.agent(), envelope.time(), intent));
          }
        }
      }
      case IntentDelivered e -> {
        rows.add(new IntakeRow.Answered(intent, envelope.sequence()));
        rows.add(
            new IntakeRow.Delivery(e.agent(), intent, envelope.sequence(), e.step(), e.attempt()));
      }
      case ResultRecorded _, StepTimedOut _, IntentEnding _ ->
          rows.add(new IntakeRow.Answered(intent, envelope.sequence()));
      case IntentAcknowledged _,
          IntentInProgress _,
          IntentWaiting _,
          HumanTaskAssigned _,
          IntentReminder _,
          IntentEscalated _,
          IntentTransfer _,
          DecisionRecorded _,
          IntentEdited _,
          IntentNotified _,
          DeliveryFailed _ -> {}
    }
    return rows;
  }
}
