package dev.assent.kernel.decision;

import dev.assent.contract.id.TaskId;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.ActorKind;
import dev.assent.contract.intent.DecisionRecorded;
import dev.assent.contract.intent.ErrorInfo;
import dev.assent.contract.intent.TaskSummary;
import dev.assent.contract.intent.Verdict;
import dev.assent.contract.plan.ApprovalPolicy;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.HumanGate;
import dev.assent.contract.plan.TaskSpec;
import dev.assent.contract.signal.Signal.DecisionSubmitted;
import dev.assent.contract.timer.ArmedTimer;
import dev.assent.contract.timer.TimerKind;
import dev.assent.kernel.intent.StepTurn.AwaitingHuman;
import dev.assent.kernel.task.Answers;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens at a human gate. */
final class Gates {

  private Gates() {}

  static List<ArmedTimer> timersAtOpening(ApprovalPolicy policy, Instant at) {
    List<ArmedTimer> timers = new ArrayList<>();
    addReminder(timers, policy, at, 0, at);
    addEscalation(timers, policy, 0, at);
    if (policy.deadline() != null) {
      timers.add(new ArmedTimer(TimerKind.STEP_DEADLINE, at.plus(policy.deadline())));
    }
    return timers;
  }

  static void addReminder(
      List<ArmedTimer> timers, ApprovalPolicy policy, Instant asked, int sent, Instant after) {
    Instant next = ReminderTimes.next(policy.reminders(), asked, sent, after);
    if (next != null) {
      timers.add(new ArmedTimer(TimerKind.REMINDER, next));
    }
  }

  static void addEscalation(
      List<ArmedTimer> timers, ApprovalPolicy policy, int level, Instant asked) {
    if (level < policy.escalation().size()) {
      timers.add(
          new ArmedTimer(TimerKind.ESCALATION, asked.plus(policy.escalation().get(level).after())));
    }
  }

  static TaskSummary summary(Story story, HumanGate gate) {
    return new TaskSummary(
        TaskId.ofGate(story.header().id(), gate.id()),
        gate.task().type(),
        gate.task().title(),
        gate.task().description());
  }

  /** A person's answer as the event that it becomes. */
  static DecisionRecorded decision(
      Story story, HumanGate gate, DecisionSubmitted answer, boolean early) {
    String shown = answer.shownDigest();
    return new DecisionRecorded(
        gate.id(),
        summary(story, gate),
        story.input(),
        answer.outcome(),
        verdict(answer.outcome()),
        answer.by(),
        answer.channel(),
        answer.comment(),
        Answers.normalised(gate.task(), answer.data()),
        shown == null ? story.payloadDigest() : shown,
        early,
        early ? List.of() : told(story));
  }

  private static List<Assignee> told(Story story) {
    return ((AwaitingHuman) story.running().turn()).mayDecide();
  }

  /** The policy's own answer at the deadline. */
  static DecisionRecorded byPolicy(Story story, HumanGate gate, Verdict verdict) {
    return new DecisionRecorded(
        gate.id(),
        summary(story, gate),
        story.input(),
        policyOutcome(gate.task(), verdict),
        verdict,
        Actor.system("policy"),
        "policy",
        "nobody answered before the deadline",
        null,
        story.payloadDigest(),
        false,
        List.of());
  }

  /** A decision that was kept for this gate, now that it is open. */
  static DecisionRecorded inForce(Story story, DecisionRecorded kept) {
    return new DecisionRecorded(
        kept.step(),
        kept.task(),
        kept.input(),
        kept.outcome(),
        kept.verdict(),
        kept.by(),
        kept.channel(),
        kept.comment(),
        kept.data(),
        kept.shownDigest(),
        false,
        told(story));
  }

  /** Records the decision and goes on from it. */
  static void settle(Story story, HumanGate gate, DecisionRecorded decision) {
    story.tell(decision);
    switch (decision.verdict()) {
      case POSITIVE -> Steps.succeed(story, gate, decision.by());
      case NEGATIVE ->
          Steps.fail(
              story,
              gate,
              gate.onFailure(),
              rejection(decision.by(), decision.outcome(), decision.comment()),
              decision.by());
    }
  }

  static ErrorInfo rejection(Actor by, String outcome, @Nullable String comment) {
    return new ErrorInfo(
        by.kind() == ActorKind.SYSTEM ? "deadline_rejected" : "human_rejected",
        by.id()
            + " answered "
            + outcome
            + (comment == null || comment.isBlank() ? "" : ": " + comment));
  }

  static Verdict verdict(String outcome) {
    return TaskSpec.isPositive(outcome) ? Verdict.POSITIVE : Verdict.NEGATIVE;
  }

  private static String policyOutcome(TaskSpec task, Verdict verdict) {
    return task.allowedOutcomes().stream()
        .filter(outcome -> verdict(outcome) == verdict)
        .findFirst()
        .orElse(verdict == Verdict.POSITIVE ? "approved" : "rejected");
  }
}
