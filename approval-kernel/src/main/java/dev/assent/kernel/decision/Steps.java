package dev.assent.kernel.decision;

import dev.assent.contract.id.TaskId;
import dev.assent.contract.intent.Actor;
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
import dev.assent.kernel.intent.IntentState.Running;
import dev.assent.kernel.intent.KeptAnswer;
import java.time.Duration;
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
    story.tell(
        new HumanTaskAssigned(
            gate.id(),
            TaskId.ofGate(story.header().id(), gate.id()),
            gate.task(),
            gate.policy().approvers(),
            story.payloadDigest(),
            dueAt(story, gate.policy().deadline()),
            Gates.timersAtOpening(gate.policy(), story.at())));
    KeptAnswer kept = story.running().early().get(gate.id());
    if (kept != null) {
      Gates.settle(story, gate, Gates.inForce(story, kept.answer()));
    }
  }

  /** The gate's own deadline or the intent's, whichever comes first. */
  private static @Nullable Instant dueAt(Story story, @Nullable Duration deadline) {
    Instant ofIntent = story.plan().deadlineAt();
    if (deadline == null) {
      return ofIntent;
    }
    Instant ofGate = story.at().plus(deadline);
    return ofIntent == null || ofGate.isBefore(ofIntent) ? ofGate : ofIntent;
  }

  /** The step went well: the next one, or the end. */
  static void succeed(Story story, Step step, @Nullable Actor by) {
    Running state = story.running();
    Optional<Step> next = story.plan().after(step);
    if (next.isEmpty()) {
      story.tell(new IntentCompleted(Results.of(state, step), state.decision(), by));
    } else if (RefusedGate.guards(state, step, next.get())) {
      story.tell(RefusedGate.ending(state));
    } else {
      start(story, next.get());
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
