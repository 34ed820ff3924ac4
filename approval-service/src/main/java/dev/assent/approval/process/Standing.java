package dev.assent.approval.process;

import dev.assent.contract.intent.DecisionSummary;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.kernel.intent.IntentHeader;
import dev.assent.kernel.intent.IntentState;
import dev.assent.kernel.intent.IntentState.Created;
import dev.assent.kernel.intent.IntentState.Ended;
import dev.assent.kernel.intent.IntentState.NotCreated;
import dev.assent.kernel.intent.IntentState.Running;
import dev.assent.kernel.intent.IntentState.Submitted;
import dev.assent.kernel.intent.StepTurn.AwaitingAgent;
import dev.assent.kernel.intent.StepTurn.AwaitingHuman;
import dev.assent.kernel.intent.StepTurn.AwaitingRetry;
import dev.assent.kernel.intent.StepTurn.AwaitingTime;
import dev.assent.kernel.intent.StepTurn.Settled;
import org.jspecify.annotations.Nullable;

/** What all states of an intent have in common. */
public final class Standing {

  private Standing() {}

  /**
   * How the intent was born.
   *
   * @throws IllegalStateException if it was not: nothing can be decided about it
   */
  static IntentHeader of(IntentState state) {
    return switch (state) {
      case NotCreated none -> throw new IllegalStateException("nothing was created yet");
      case Created created -> created.header();
      case Submitted submitted -> submitted.header();
      case Running running -> running.header();
      case Ended ended -> ended.header();
    };
  }

  /** Where the intent stands, in the words of the wire; null before it was created. */
  public static @Nullable IntentStatus status(IntentState state) {
    return switch (state) {
      case NotCreated none -> null;
      case Created created -> IntentStatus.CREATED;
      case Submitted submitted -> IntentStatus.SUBMITTED;
      case Ended ended -> ended.status();
      case Running running ->
          switch (running.turn()) {
            case AwaitingAgent turn ->
                turn.acknowledged() ? IntentStatus.ACKNOWLEDGED : IntentStatus.DELIVERED;
            case AwaitingRetry turn -> IntentStatus.IN_PROGRESS;
            case AwaitingTime turn -> IntentStatus.WAITING;
            case AwaitingHuman turn -> IntentStatus.WAITING;
            case Settled turn -> IntentStatus.IN_PROGRESS;
          };
    };
  }

  /** The decision that this input took, if it took the last one. */
  static @Nullable DecisionSummary decisionOf(IntentState state, String input) {
    return switch (state) {
      case NotCreated none -> null;
      case Created created -> null;
      case Submitted submitted -> null;
      case Running running -> input.equals(running.decisionInput()) ? running.decision() : null;
      case Ended ended -> input.equals(ended.decisionInput()) ? ended.decision() : null;
    };
  }
}
