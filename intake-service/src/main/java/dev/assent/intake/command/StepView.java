package dev.assent.intake.command;

import dev.assent.contract.axp.AxpHumanTask;
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
import dev.assent.contract.intent.IntentSubmitted;
import dev.assent.contract.intent.IntentTransfer;
import dev.assent.contract.intent.IntentWaiting;
import dev.assent.contract.intent.ResultRecorded;
import dev.assent.contract.intent.StepTimedOut;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The step that an intent is in, or was in last.
 *
 * @param dueAt when the open human task falls due, or null
 * @param humanTask the last human task, as JSON
 */
public record StepView(
    @Nullable String id,
    int remindCount,
    int deliveryAttempt,
    @Nullable Instant dueAt,
    @Nullable String humanTask) {

  static final StepView NONE = new StepView(null, 0, 0, null, null);

  StepView after(IntentEvent event) {
    return switch (event) {
      case IntentDelivered e -> new StepView(e.step(), 0, e.attempt(), null, humanTask);
      case HumanTaskAssigned e ->
          new StepView(e.step(), 0, 0, e.dueAt(), AxpHumanTask.render(e).toString());
      case IntentReminder e -> new StepView(id, e.number(), deliveryAttempt, e.dueAt(), humanTask);
      case IntentEscalated e -> due(e.dueAt());
      case IntentWaiting e -> new StepView(e.step(), 0, 0, null, humanTask);
      case IntentInProgress e ->
          new StepView(e.step(), remindCount, deliveryAttempt, dueAt, humanTask);
      case DecisionRecorded _, StepTimedOut _, IntentEnding _ -> due(null);
      case IntentCreated _,
          IntentSubmitted _,
          IntentAcknowledged _,
          IntentTransfer _,
          IntentEdited _,
          ResultRecorded _,
          IntentNotified _,
          DeliveryFailed _ ->
          this;
    };
  }

  private StepView due(@Nullable Instant at) {
    return new StepView(id, remindCount, deliveryAttempt, at, humanTask);
  }
}
