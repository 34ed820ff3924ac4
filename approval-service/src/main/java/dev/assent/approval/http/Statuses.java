package dev.assent.approval.http;

import dev.assent.contract.intent.DecisionRecorded;
import dev.assent.contract.intent.DeliveryFailed;
import dev.assent.contract.intent.HumanTaskAssigned;
import dev.assent.contract.intent.IntentAcknowledged;
import dev.assent.contract.intent.IntentCreated;
import dev.assent.contract.intent.IntentDelivered;
import dev.assent.contract.intent.IntentEdited;
import dev.assent.contract.intent.IntentEnding;
import dev.assent.contract.intent.IntentEscalated;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.intent.IntentInProgress;
import dev.assent.contract.intent.IntentNotified;
import dev.assent.contract.intent.IntentReminder;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.contract.intent.IntentSubmitted;
import dev.assent.contract.intent.IntentTransfer;
import dev.assent.contract.intent.IntentWaiting;
import dev.assent.contract.intent.ResultRecorded;
import dev.assent.contract.intent.StepTimedOut;
import dev.assent.contract.intent.WaitingReason;
import org.jspecify.annotations.Nullable;

/** The status that an event leaves an intent in, in AXP's words. */
final class Statuses {

  private Statuses() {}

  /**
   * The status after the event.
   *
   * @param before for events that change nothing
   */
  static IntentStatus after(IntentEvent event, IntentStatus before) {
    return switch (event) {
      case IntentCreated e -> IntentStatus.CREATED;
      case IntentSubmitted e -> IntentStatus.SUBMITTED;
      case IntentDelivered e -> IntentStatus.DELIVERED;
      case IntentAcknowledged e -> IntentStatus.ACKNOWLEDGED;
      case IntentInProgress e -> IntentStatus.IN_PROGRESS;
      case IntentWaiting e -> IntentStatus.WAITING;
      case HumanTaskAssigned e -> IntentStatus.WAITING;
      case IntentReminder e -> IntentStatus.WAITING;
      case IntentEscalated e -> IntentStatus.WAITING;
      case IntentTransfer e -> IntentStatus.WAITING;
      case IntentEdited e -> IntentStatus.WAITING;
      case DecisionRecorded e -> e.early() ? before : IntentStatus.IN_PROGRESS;
      case ResultRecorded e -> IntentStatus.IN_PROGRESS;
      case StepTimedOut e -> IntentStatus.IN_PROGRESS;
      case IntentNotified e -> before;
      case DeliveryFailed e -> before;
      case IntentEnding e -> e.status();
    };
  }

  /** What a waiting intent waits for after the event; null where it does not, or is not known. */
  static @Nullable WaitingReason waitingFor(IntentEvent event) {
    return switch (event) {
      case IntentWaiting e -> e.reason();
      case HumanTaskAssigned e -> WaitingReason.WAITING_FOR_HUMAN;
      case IntentReminder e -> WaitingReason.WAITING_FOR_HUMAN;
      case IntentEscalated e -> WaitingReason.WAITING_FOR_HUMAN;
      case IntentTransfer e -> WaitingReason.WAITING_FOR_HUMAN;
      case IntentEdited e -> WaitingReason.WAITING_FOR_HUMAN;
      case IntentCreated e -> null;
      case IntentSubmitted e -> null;
      case IntentDelivered e -> null;
      case IntentAcknowledged e -> null;
      case IntentInProgress e -> null;
      case DecisionRecorded e -> null;
      case ResultRecorded e -> null;
      case StepTimedOut e -> null;
      case IntentNotified e -> null;
      case DeliveryFailed e -> null;
      case IntentEnding e -> null;
    };
  }
}
