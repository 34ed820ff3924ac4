package dev.assent.contract.axp;

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
import dev.assent.contract.plan.Assignee;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where an intent stands after an event, as AXP clients see it.
 *
 * @param reason what it waits for; there exactly when the status is WAITING
 * @param pendingWith whose move it is, or null when it is nobody's
 */
public record AxpProgress(
    IntentStatus status, @Nullable WaitingReason reason, @Nullable PendingWith pendingWith) {

  /** Under way, and nothing more is known: never final, never waiting. */
  public static final AxpProgress UNDER_WAY = plain(IntentStatus.IN_PROGRESS);

  public static AxpProgress plain(IntentStatus status) {
    return new AxpProgress(status, null, null);
  }

  /** Where the intent stands after this event. */
  public AxpProgress after(IntentEvent event) {
    return switch (event) {
      case IntentCreated _ -> plain(IntentStatus.CREATED);
      case IntentSubmitted _ -> plain(IntentStatus.SUBMITTED);
      case IntentDelivered e -> withAgent(IntentStatus.DELIVERED, e.agent());
      case IntentAcknowledged e -> withAgent(IntentStatus.ACKNOWLEDGED, e.by().id());
      case IntentInProgress _ ->
          new AxpProgress(IntentStatus.IN_PROGRESS, null, working(pendingWith));
      case IntentWaiting e ->
          new AxpProgress(IntentStatus.WAITING, e.reason(), PendingWith.platform());
      case HumanTaskAssigned e -> people(e.assignees());
      case IntentReminder e -> people(e.to());
      case IntentEscalated e -> people(e.to());
      case IntentTransfer e -> people(e.to());
      case IntentEdited _ ->
          new AxpProgress(IntentStatus.WAITING, WaitingReason.WAITING_FOR_HUMAN, pendingWith);
      // An answer that came before its gate is kept: whose move it is stays as it was.
      case DecisionRecorded e -> e.early() ? this : UNDER_WAY;
      case ResultRecorded _, StepTimedOut _ -> UNDER_WAY;
      // Mails outlive intents: these two never change where an intent stands.
      case IntentNotified _, DeliveryFailed _ -> this;
      case IntentEnding e -> plain(e.status());
    };
  }

  private static @Nullable PendingWith working(@Nullable PendingWith holder) {
    return holder != null && holder.type().equals("agent") ? holder : null;
  }

  private static AxpProgress withAgent(IntentStatus status, String address) {
    return new AxpProgress(status, null, PendingWith.agent(address));
  }

  private static AxpProgress people(List<Assignee> asked) {
    return new AxpProgress(
        IntentStatus.WAITING, WaitingReason.WAITING_FOR_HUMAN, PendingWith.people(asked));
  }
}
