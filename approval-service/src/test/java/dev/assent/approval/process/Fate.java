package dev.assent.approval.process;

import dev.assent.contract.intent.DecisionSummary;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.contract.plan.Assignee;
import dev.assent.kernel.intent.IntentState;
import dev.assent.kernel.intent.IntentState.Ended;
import dev.assent.kernel.intent.IntentState.Running;
import dev.assent.kernel.intent.StepTurn;
import java.util.List;
import java.util.stream.Collectors;

/** Where an intent stands, in the words of the table of races. */
final class Fate {

  private Fate() {}

  static boolean isEnded(IntentState state) {
    return state instanceof Ended;
  }

  static String of(IntentState state) {
    return switch (state) {
      case Ended ended -> ended.status() + by(ended);
      case Running running -> of(running.turn());
      default -> state.toString();
    };
  }

  private static String by(Ended ended) {
    DecisionSummary decision = ended.decision();
    boolean isDecided =
        ended.status() == IntentStatus.COMPLETED || ended.status() == IntentStatus.FAILED;
    return decision == null || !isDecided ? "" : " by " + decision.by().id();
  }

  private static String of(StepTurn turn) {
    return switch (turn) {
      case StepTurn.AwaitingHuman at -> "waits for " + names(at.asked()) + " at " + at.step();
      case StepTurn.AwaitingAgent at -> at.step() + " " + at.attempt() + " is with the agent";
      case StepTurn.AwaitingTime at -> "waits for time in " + at.step();
      case StepTurn.AwaitingRetry at -> at.step() + " will be tried again";
      case StepTurn.Settled at -> "stands still at " + at.step();
    };
  }

  private static String names(List<Assignee> asked) {
    return asked.stream().map(Assignee::text).collect(Collectors.joining(", "));
  }
}
