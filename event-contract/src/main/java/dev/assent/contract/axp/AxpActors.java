package dev.assent.contract.axp;

import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.ActorKind;
import dev.assent.contract.intent.DecisionRecorded;
import dev.assent.contract.intent.DeliveryFailed;
import dev.assent.contract.intent.HumanTaskAssigned;
import dev.assent.contract.intent.IntentAcknowledged;
import dev.assent.contract.intent.IntentCanceled;
import dev.assent.contract.intent.IntentCompleted;
import dev.assent.contract.intent.IntentCreated;
import dev.assent.contract.intent.IntentDelivered;
import dev.assent.contract.intent.IntentEdited;
import dev.assent.contract.intent.IntentEnding;
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
import org.jspecify.annotations.Nullable;

/** Who did it, and in whose hands it is: the fields {@code actor} and {@code handler}. */
final class AxpActors {

  private AxpActors() {}

  /** Who acted; null where Assent itself did. */
  static @Nullable String actor(IntentEvent event) {
    return switch (event) {
      case IntentCreated e -> e.from();
      case IntentAcknowledged e -> e.by().id();
      case IntentInProgress e -> e.by().id();
      case IntentTransfer e -> e.by().id();
      case DecisionRecorded e -> e.by().id();
      case IntentEdited e -> e.by().id();
      case ResultRecorded e -> e.by().id();
      case IntentCanceled e -> e.by().id();
      case IntentCompleted e -> idOf(e.by());
      case IntentFailed e -> idOf(e.by());
      case IntentSubmitted _,
          IntentDelivered _,
          IntentWaiting _,
          HumanTaskAssigned _,
          IntentReminder _,
          IntentEscalated _,
          StepTimedOut _,
          IntentNotified _,
          DeliveryFailed _,
          IntentTimedOut _ ->
          null;
    };
  }

  /** In whose hands the intent is now; null where no change of hands is told. */
  static @Nullable String handler(IntentEvent event) {
    return switch (event) {
      case IntentDelivered e -> e.agent();
      case IntentAcknowledged e -> e.by().id();
      case IntentInProgress e -> e.by().kind() == ActorKind.AGENT ? e.by().id() : null;
      case IntentTransfer e -> PendingWith.names(e.to());
      case IntentEscalated e -> PendingWith.names(e.to());
      case IntentCreated _,
          IntentSubmitted _,
          IntentWaiting _,
          HumanTaskAssigned _,
          IntentReminder _,
          DecisionRecorded _,
          IntentEdited _,
          ResultRecorded _,
          StepTimedOut _,
          IntentNotified _,
          DeliveryFailed _,
          IntentEnding _ ->
          null;
    };
  }

  private static @Nullable String idOf(@Nullable Actor actor) {
    return actor == null ? null : actor.id();
  }
}
