package dev.assent.kernel.decision;

import static dev.assent.contract.outcome.RefusalCode.STALE_TIMER;

import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.ErrorInfo;
import dev.assent.contract.intent.IntentCanceled;
import dev.assent.contract.intent.IntentCompleted;
import dev.assent.contract.intent.IntentEscalated;
import dev.assent.contract.intent.IntentFailed;
import dev.assent.contract.intent.IntentReminder;
import dev.assent.contract.intent.IntentTimedOut;
import dev.assent.contract.intent.StepTimedOut;
import dev.assent.contract.intent.Verdict;
import dev.assent.contract.plan.AgentTask;
import dev.assent.contract.plan.Announcement;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.Delay;
import dev.assent.contract.plan.EscalationLevel;
import dev.assent.contract.plan.Fallback;
import dev.assent.contract.plan.HumanGate;
import dev.assent.contract.plan.Step;
import dev.assent.contract.signal.Signal.TimerFired;
import dev.assent.contract.timer.ArmedTimer;
import dev.assent.kernel.intent.IntentState.Running;
import dev.assent.kernel.intent.LiveTimers.LiveTimer;
import dev.assent.kernel.intent.StepTurn.AwaitingHuman;
import dev.assent.kernel.intent.StepTurn.AwaitingRetry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the clock may do. A timer is judged, not obeyed: only a live generation counts. */
final class TimerRules {

  private static final Actor POLICY = Actor.system("policy");

  private TimerRules() {}

  static Decision fire(Story story, TimerFired fired) {
    LiveTimer live = story.running().timers().get(fired.kind());
    if (live == null || live.generation() != fired.generation()) {
      return Rules.refuse(
          STALE_TIMER,
          "Expected a live timer, but the "
              + fired.kind()
              + " of generation "
              + fired.generation()
              + " was answered or replaced before");
    }
    switch (fired.kind()) {
      case REMINDER -> remind(story, live);
      case ESCALATION -> escalate(story);
      case STEP_DEADLINE -> endStep(story);
      case INTENT_DEADLINE -> endIntent(story);
      case DELAY -> Steps.succeed(story, presentStep(story), null);
      case REDELIVERY -> redeliver(story);
    }
    return story.accepted();
  }

  /** The due time is the one that was agreed, not the one that the clock's signal tells. */
  private static void remind(Story story, LiveTimer live) {
    AwaitingHuman turn = (AwaitingHuman) story.running().turn();
    HumanGate gate = (HumanGate) presentStep(story);
    List<ArmedTimer> timers = new ArrayList<>();
    Instant after = live.dueAt().isAfter(story.at()) ? live.dueAt() : story.at();
    Gates.addReminder(timers, gate.policy(), turn.askedAt(), turn.remindedAtLevel() + 1, after);
    story.tell(
        new IntentReminder(
            turn.step(),
            Gates.summary(story, gate),
            turn.reminded() + 1,
            turn.asked(),
            turn.dueAt(),
            timers));
  }

  private static void escalate(Story story) {
    AwaitingHuman turn = (AwaitingHuman) story.running().turn();
    HumanGate gate = (HumanGate) presentStep(story);
    EscalationLevel next = gate.policy().escalation().get(turn.level());
    List<ArmedTimer> timers = new ArrayList<>();
    Gates.addReminder(timers, gate.policy(), story.at(), 0, story.at());
    Gates.addEscalation(timers, gate.policy(), turn.level() + 1, story.at());
    story.tell(
        new IntentEscalated(
            turn.step(),
            Gates.summary(story, gate),
            turn.level() + 1,
            turn.asked(),
            next.to(),
            names(turn.asked()) + " did not answer within " + readable(next.after()),
            turn.dueAt(),
            timers));
  }

  private static void redeliver(Story story) {
    AwaitingRetry turn = (AwaitingRetry) story.running().turn();
    story.tell(Steps.delivery((AgentTask) presentStep(story), turn.attempt() + 1, story.at()));
  }

  private static void endStep(Story story) {
    switch (presentStep(story)) {
      case HumanGate gate -> {
        Fallback fallback = gate.policy().fallback();
        closeGate(story, fallback);
        fallBack(story, gate, fallback);
      }
      case AgentTask task -> {
        story.tell(new StepTimedOut(task.id(), null, "fail", List.of()));
        Steps.fail(
            story,
            task,
            task.onFailure(),
            new ErrorInfo("step_timeout", task.agent() + " did not answer in time"),
            POLICY);
      }
      case Delay delay -> throw new IllegalStateException(delay.id() + " has no deadline");
      case Announcement told -> throw new IllegalStateException(told.id() + " has no deadline");
    }
  }

  private static void fallBack(Story story, HumanGate gate, Fallback fallback) {
    switch (fallback) {
      case Fallback.Approve approve ->
          Gates.settle(story, gate, Gates.byPolicy(story, gate, Verdict.POSITIVE));
      case Fallback.Reject reject ->
          Gates.settle(story, gate, Gates.byPolicy(story, gate, Verdict.NEGATIVE));
      case Fallback.GoTo jump -> Steps.start(story, story.plan().step(jump.step()));
      case Fallback.Cancel cancel -> story.tell(new IntentCanceled(lateReason(gate.id()), POLICY));
      case Fallback.TimeOut timeOut ->
          story.tell(new IntentTimedOut(gate.id(), lateReason(gate.id()), List.of()));
      case Fallback.CompleteWith given ->
          story.tell(new IntentCompleted(given.result(), story.running().decision(), POLICY));
    }
  }

  /**
   * The deadline of the whole intent. It ends the intent whatever the step: to go on elsewhere, or
   * to say yes, is for the deadline of a gate.
   */
  private static void endIntent(Story story) {
    Running state = story.running();
    String step = state.turn().step();
    String reason = "the intent's deadline passed while step " + step + " was not answered";
    Fallback fallback = state.plan().onDeadline();
    switch (fallback) {
      case Fallback.Reject reject ->
          closeGate(story, fallback)
              .tell(
                  new IntentFailed(
                      new ErrorInfo("deadline_rejected", reason), state.decision(), POLICY));
      case Fallback.Cancel cancel ->
          closeGate(story, fallback).tell(new IntentCanceled(reason, POLICY));
      case Fallback.CompleteWith given ->
          closeGate(story, fallback)
              .tell(new IntentCompleted(given.result(), state.decision(), POLICY));
      case Fallback.TimeOut timeOut -> timeOut(story, step, reason);
      case Fallback.Approve approve -> timeOut(story, step, reason);
      case Fallback.GoTo jump -> timeOut(story, step, reason);
    }
  }

  /** Whoever is asked learns that it is over; of a time-out the ending itself tells them. */
  private static Story closeGate(Story story, Fallback fallback) {
    return story.running().turn() instanceof AwaitingHuman turn
        ? story.tell(
            new StepTimedOut(
                turn.step(),
                Gates.summary(story, (HumanGate) presentStep(story)),
                word(fallback),
                turn.mayDecide()))
        : story;
  }

  private static void timeOut(Story story, String step, String reason) {
    List<Assignee> told =
        story.running().turn() instanceof AwaitingHuman turn ? turn.mayDecide() : List.of();
    story.tell(new IntentTimedOut(step, reason, told));
  }

  private static Step presentStep(Story story) {
    return story.plan().step(story.running().turn().step());
  }

  private static String lateReason(String step) {
    return "nobody answered step " + step + " before its deadline";
  }

  private static String names(List<Assignee> asked) {
    return String.join(", ", asked.stream().map(Assignee::text).toList());
  }

  private static String readable(Duration wait) {
    return wait.toString().substring(2).toLowerCase(Locale.ROOT);
  }

  private static String word(Fallback fallback) {
    return switch (fallback) {
      case Fallback.Reject r -> "reject";
      case Fallback.Approve a -> "approve";
      case Fallback.Cancel c -> "cancel";
      case Fallback.TimeOut t -> "time_out";
      case Fallback.CompleteWith c -> "complete";
      case Fallback.GoTo g -> "go_to " + g.step();
    };
  }
}
