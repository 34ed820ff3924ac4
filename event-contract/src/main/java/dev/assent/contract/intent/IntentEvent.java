package dev.assent.contract.intent;

import dev.assent.contract.timer.ArmedTimer;
import java.util.List;

/**
 * A fact of an intent's life: decided, appended once, never changed.
 *
 * <p>Names and versions on the wire stand in {@link dev.assent.contract.json.EventTypes}. How to
 * add one: {@code docs/how-to/add-an-event.md}.
 */
public sealed interface IntentEvent
    permits IntentCreated,
        IntentSubmitted,
        IntentDelivered,
        IntentAcknowledged,
        IntentInProgress,
        IntentWaiting,
        HumanTaskAssigned,
        IntentReminder,
        IntentEscalated,
        IntentTransfer,
        DecisionRecorded,
        IntentEdited,
        ResultRecorded,
        StepTimedOut,
        IntentNotified,
        DeliveryFailed,
        IntentEnding {

  /** The timers that this event arms; each replaces a live one of the same kind. */
  default List<ArmedTimer> timers() {
    return List.of();
  }
}
