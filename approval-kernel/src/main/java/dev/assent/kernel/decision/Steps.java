package dev.assent.kernel.decision;

import dev.assent.contract.id.TaskId;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.DecisionRecorded;
import dev.assent.contract.intent.ErrorInfo;
import dev.assent.contract.intent.HumanTaskAssigned;
import dev.assent.contract.intent.IntentCompleted;
import dev.assent.contract.intent.IntentDelivered;
import dev.assent.contract.intent.IntentFailed;
import dev.assent.contract.intent.IntentInProgress;
import dev.assent.contract.intent.IntentWaiting;
import dev.assent.contract.intent.WaitingReason;
import dev.assent.contract.plan.AgentTask;
import dev.assent.contract.plan.Announcement;
import dev.assent.contract.plan.Delay;
import dev.assent.contract.plan.HumanGate;
import dev.assent.contract.plan.Step;
import dev.assent.contract.timer.ArmedTimer;
import dev.assent.contract.timer.TimerKind;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How one step follows another. */
final class Steps {

  private Steps() {}

  static void start(Story story, Step step) {
    switch (step) {
      case AgentTask task -> story.tell(delivery(task, 1, story.at()));
      case HumanGate gate -> open(story, gate);
      case Delay delay ->
          story.tell(
              new IntentWaiting(
                  delay.id(),
                  WaitingReason.WAITING_FOR_TIME,
                  delay.reason(),
                  List.of(new ArmedTimer(TimerKind.DELAY, story.at().plus(delay.length())))));
      case Announcement announcement -> {
        story.tell(
            new IntentInProgress(
                announcement.id(), Actor.system("kernel"), announcement.subject(), announcement));
        succeed(story, announcement, null);
      }
    }
  }

  static IntentDelivered delivery(AgentTask task, int attempt, Instant at) {
    var deadline = task.deadline();
    return new IntentDelivered(
        task.id(),
        task.agent(),
        attempt,
        task.input(),
        deadline == null
            ? List.of()
            : List.of(new ArmedTimer(TimerKind.STEP_DEADLINE, at.plus(deadline))));
  }

  private static void open(Story story, HumanGate gate) {
    var deadline = gate.policy().deadline();
    @Nullable Instant dueAt =
        deadline == null ? story.plan().deadlineAt() : story.at().plus(deadline);
    story.tell(
        new HumanTaskAssigned(
            gate.id(),
            TaskId.ofGate(story.header().id(), gate.id()),
            gate.task(),
            gate.policy().approvers(),
            story.payloadDigest(),
            dueAt,
            Gates.timersAtOpening(gate.policy(), story.at())));
    DecisionRecorded kept = story.running().early().get(gate.id());
    if (kept != null) {
      Gates.settle(story, gate, Gates.inForce(kept));
    }
  }

  /** The step went well: the next one, or the end. */
  static void succeed(Story story, Step step, @Nullable Actor by) {
    Optional<Step> next = story.plan().after(step);
    if (next.isPresent()) {
      start(story, next.get());
    } else {
      story.tell(
          new IntentCompleted(Results.of(story.running(), step), story.running().decision(), by));
    }
  }

  /** The step did not go well: its failure path, or the end. */
  static void fail(
      Story story, Step step, @Nullable String onFailure, ErrorInfo error, @Nullable Actor by) {
    if (onFailure != null) {
      start(story, story.plan().step(onFailure));
    } else {
      story.tell(new IntentFailed(error, story.running().decision(), by));
    }
  }
}
