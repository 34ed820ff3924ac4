package dev.assent.contract.json;

import dev.assent.contract.intent.DecisionRecorded;
import dev.assent.contract.intent.DeliveryFailed;
import dev.assent.contract.intent.HumanTaskAssigned;
import dev.assent.contract.intent.IntentAcknowledged;
import dev.assent.contract.intent.IntentCanceled;
import dev.assent.contract.intent.IntentCompleted;
import dev.assent.contract.intent.IntentCreated;
import dev.assent.contract.intent.IntentDelivered;
import dev.assent.contract.intent.IntentEdited;
import dev.assent.contract.intent.IntentEscalated;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.intent.IntentFailed;
import dev.assent.contract.intent.IntentInProgress;
import dev.assent.contract.intent.IntentNotified;
import dev.assent.contract.intent.IntentReminder;
import dev.assent.contract.intent.IntentSubmitted;
import dev.assent.contract.intent.IntentTimedOut;
import dev.assent.contract.intent.IntentTransfer;
import dev.assent.contract.intent.IntentWaiting;
import dev.assent.contract.intent.ResultRecorded;
import dev.assent.contract.intent.StepTimedOut;

/** The one table of event names and versions. */
public final class EventTypes {

  public static final TypeTable<IntentEvent> TABLE =
      new TypeTable<IntentEvent>()
          .with(IntentCreated.class, "intent.created", 1)
          .with(IntentSubmitted.class, "intent.submitted", 1)
          .with(IntentDelivered.class, "intent.delivered", 1)
          .with(IntentAcknowledged.class, "intent.acknowledged", 1)
          .with(IntentInProgress.class, "intent.in_progress", 1)
          .with(IntentWaiting.class, "intent.waiting", 1)
          .with(HumanTaskAssigned.class, "intent.human_task_assigned", 1)
          .with(IntentReminder.class, "intent.reminder", 1)
          .with(IntentEscalated.class, "intent.escalated", 1)
          .with(IntentTransfer.class, "intent.transfer", 1)
          .with(DecisionRecorded.class, "intent.decision_recorded", 1)
          .with(IntentEdited.class, "intent.edited", 1)
          .with(ResultRecorded.class, "intent.result_recorded", 1)
          .with(StepTimedOut.class, "intent.timeout", 1)
          .with(IntentNotified.class, "intent.notified", 1)
          .with(DeliveryFailed.class, "intent.delivery_failed", 1)
          .with(IntentCompleted.class, "intent.completed", 1)
          .with(IntentFailed.class, "intent.failed", 1)
          .with(IntentCanceled.class, "intent.canceled", 1)
          .with(IntentTimedOut.class, "intent.timed_out", 1);

  private EventTypes() {}

  /** The short name that AXP clients see, such as {@code intent.created}. */
  public static String name(IntentEvent event) {
    return TABLE.of(event).name();
  }
}
