package dev.assent.kernel.decision;

import static dev.assent.contract.outcome.RefusalCode.HUMAN_GATE_STANDS;
import static dev.assent.contract.outcome.RefusalCode.MALFORMED;
import static dev.assent.contract.outcome.RefusalCode.NOT_THE_AGENT;

import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.ErrorInfo;
import dev.assent.contract.intent.IntentCanceled;
import dev.assent.contract.intent.IntentCompleted;
import dev.assent.contract.intent.IntentFailed;
import dev.assent.contract.plan.AgentTask;
import dev.assent.contract.plan.HumanGate;
import dev.assent.contract.signal.Signal.ResolveSubmitted;
import dev.assent.kernel.intent.IntentState.Running;
import dev.assent.kernel.intent.StepTurn.AwaitingHuman;

/** Ending an intent from outside its plan. */
final class ResolveRules {

  private ResolveRules() {}

  static Decision resolve(Story story, ResolveSubmitted wish) {
    if (!mayResolve(story, wish.by())) {
      return Rules.refuse(
          NOT_THE_AGENT,
          "Expected this from the sender, the agent in charge or somebody who is asked to decide,"
              + " but it came with another credential");
    }
    return switch (wish.status()) {
      case COMPLETED -> complete(story, wish);
      case FAILED -> {
        ErrorInfo error = wish.error();
        yield story
            .tell(
                new IntentFailed(
                    error == null ? new ErrorInfo("failed", because(wish)) : error,
                    story.running().decision(),
                    wish.by()))
            .accepted();
      }
      case CANCELED -> story.tell(new IntentCanceled(because(wish), wish.by())).accepted();
      case CREATED, SUBMITTED, DELIVERED, ACKNOWLEDGED, IN_PROGRESS, WAITING, TIMED_OUT ->
          Rules.refuse(
              MALFORMED, "Expected COMPLETED, FAILED or CANCELED, but came " + wish.status());
    };
  }

  /** Nobody gets round a person who is to be asked: not even the sender. */
  private static Decision complete(Story story, ResolveSubmitted wish) {
    Running state = story.running();
    if (state.unapproved() != null) {
      return Rules.refuse(
          HUMAN_GATE_STANDS,
          "Expected a yes at step "
              + state.unapproved()
              + " before this intent completes out of turn; it can be failed or canceled, or go on"
              + " by its plan");
    }
    boolean gateStands =
        state.turn() instanceof AwaitingHuman
            || StepsAhead.of(story.plan(), state.turn().step())
                .anyMatch(HumanGate.class::isInstance);
    if (gateStands) {
      return Rules.refuse(
          HUMAN_GATE_STANDS,
          "Expected a person's decision before this intent completes; it can be failed or canceled"
              + " without one, but not completed");
    }
    return story.tell(new IntentCompleted(wish.result(), state.decision(), wish.by())).accepted();
  }

  private static boolean mayResolve(Story story, Actor by) {
    Running state = story.running();
    return switch (by.kind()) {
      case AGENT ->
          by.id().equals(state.header().from())
              || by.id().equals(state.header().to())
              || story.plan().step(state.turn().step()) instanceof AgentTask task
                  && by.id().equals(task.agent());
      case PERSON ->
          by.id().equals(state.header().from())
              || state.turn() instanceof AwaitingHuman turn
                  && HumanRules.covers(turn.mayDecide(), by);
      case SYSTEM -> false;
    };
  }

  private static String because(ResolveSubmitted wish) {
    String reason = wish.reason();
    return reason == null || reason.isBlank() ? "no reason given" : reason;
  }
}
