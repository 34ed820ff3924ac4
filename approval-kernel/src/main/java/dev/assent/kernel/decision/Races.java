package dev.assent.kernel.decision;

import static dev.assent.contract.outcome.RefusalCode.ALREADY_DECIDED;
import static dev.assent.contract.outcome.RefusalCode.ALREADY_ENDED;
import static dev.assent.contract.outcome.RefusalCode.DUPLICATE;

import dev.assent.contract.id.TaskId;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.DecisionSummary;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.signal.Signal.DecisionSubmitted;
import dev.assent.kernel.intent.IntentState.Ended;
import dev.assent.kernel.intent.KeptAnswer;
import dev.assent.kernel.intent.TakenDecision;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody is told who comes second: after somebody else, or after themselves. */
final class Races {

  private Races() {}

  /** The same decision once more. */
  static Decision repeated(DecisionSummary decision) {
    return refuse(DUPLICATE, "This decision was taken before: " + sentence(decision), decision);
  }

  /** The same early answer once more. */
  static Decision repeated(KeptAnswer kept) {
    return refuse(
        DUPLICATE,
        "This answer is kept until step "
            + kept.answer().step()
            + " opens: "
            + sentence(kept.summary()),
        kept.summary());
  }

  /** Somebody else was faster. */
  static Decision lost(DecisionSummary winner) {
    return refuse(ALREADY_DECIDED, "Expected an open task, but " + sentence(winner), winner);
  }

  /** Somebody else answered this gate early. */
  static Decision lost(KeptAnswer kept) {
    return refuse(
        ALREADY_DECIDED,
        "Expected the first early answer to step "
            + kept.answer().step()
            + ", but one is kept: "
            + sentence(kept.summary()),
        kept.summary());
  }

  /** The decision on this task that was taken, whoever asks. */
  static Optional<TakenDecision> on(List<TakenDecision> decisions, TaskId task) {
    return decisions.stream().filter(taken -> taken.summary().task().equals(task)).findFirst();
  }

  static Decision afterTheEnd(Ended state, String input, DecisionSubmitted answer) {
    Optional<TakenDecision> same =
        state.decisions().stream().filter(taken -> taken.input().equals(input)).findFirst();
    if (same.isPresent()) {
      return repeated(same.get().summary());
    }
    if (answer.task() != null) {
      return on(state.decisions(), answer.task())
          .map(taken -> lost(taken.summary()))
          .orElseGet(() -> over(state, input));
    }
    DecisionSummary last = state.decision();
    boolean isWithdrawn =
        state.status() == IntentStatus.CANCELED || state.status() == IntentStatus.TIMED_OUT;
    return last == null || isWithdrawn ? over(state, input) : lost(last);
  }

  /** The intent has ended; to whoever ended it, that is the answer. */
  static Decision over(Ended state, String input) {
    return input.equals(state.endedBy())
        ? refuse(
            DUPLICATE,
            "This was accepted before, and ended the intent " + ending(state),
            state.decision())
        : refuse(
            ALREADY_ENDED,
            "Expected an intent that still runs, but it ended " + ending(state) + whoEnded(state),
            state.decision());
  }

  private static String ending(Ended state) {
    return state.status() + " at " + state.endedAt();
  }

  private static String whoEnded(Ended state) {
    Actor by = state.by();
    return by == null ? "" : ", by " + by.id();
  }

  private static String sentence(DecisionSummary decision) {
    return decision.by().id() + " answered " + decision.outcome() + " at " + decision.at();
  }

  private static Decision refuse(
      RefusalCode code, String message, @Nullable DecisionSummary winner) {
    return new Decision.Refused(new Refusal(code, message, List.of(), winner));
  }
}
