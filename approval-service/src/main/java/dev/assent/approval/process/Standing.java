package dev.assent.approval.process;

import dev.assent.contract.intent.DecisionSummary;
import dev.assent.kernel.intent.IntentHeader;
import dev.assent.kernel.intent.IntentState;
import dev.assent.kernel.intent.IntentState.Created;
import dev.assent.kernel.intent.IntentState.Ended;
import dev.assent.kernel.intent.IntentState.NotCreated;
import dev.assent.kernel.intent.IntentState.Running;
import dev.assent.kernel.intent.IntentState.Submitted;
import org.jspecify.annotations.Nullable;

/** What all states of an intent have in common. */
final class Standing {

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
