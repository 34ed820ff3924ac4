package dev.assent.kernel;

import static dev.assent.contract.outcome.RefusalCode.INTENT_UNKNOWN;

import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.outcome.Refusal;
import dev.assent.kernel.decision.Decision;
import dev.assent.kernel.decision.Input;
import dev.assent.kernel.decision.Rules;
import dev.assent.kernel.intent.Evolution;
import dev.assent.kernel.intent.IntentState;
import dev.assent.kernel.intent.IntentState.Created;
import dev.assent.kernel.intent.IntentState.Ended;
import dev.assent.kernel.intent.IntentState.NotCreated;
import dev.assent.kernel.intent.IntentState.Running;
import dev.assent.kernel.intent.IntentState.Submitted;
import java.time.Instant;
import java.util.List;

/**
 * The rules of Assent: pure functions, the same live, in replay and in an audit.
 *
 * <p>Nothing here reads a clock, rolls dice or does input or output; time and ids arrive inside the
 * inputs. A business reason never throws: it is a {@link Decision.Refused}. What throws is a bug or
 * a history that cannot be.
 */
public final class Kernel {

  private Kernel() {}

  /** Decides on an input: the events that follow from it, or why none do. */
  public static Decision decide(IntentState state, Input input) {
    return switch (state) {
      case NotCreated none -> unknown();
      case Created created -> unknown();
      case Submitted submitted -> Rules.onSubmitted(submitted, input);
      case Running running -> Rules.onRunning(running, input);
      case Ended ended -> Rules.onEnded(ended, input);
    };
  }

  /**
   * Starts the first step of an intent that was submitted and has not begun; nothing otherwise, so
   * that it may be asked twice.
   *
   * @param input the id of what caused it: the event that submitted the intent
   */
  public static Decision begin(IntentState state, String input, Instant at) {
    return state instanceof Submitted submitted
        ? Rules.begin(submitted, input, at)
        : new Decision.Accepted(List.of());
  }

  /**
   * The state after an event.
   *
   * @throws dev.assent.kernel.intent.ImpossibleHistoryException if it cannot follow this state
   */
  public static IntentState evolve(IntentState state, RecordedEvent event) {
    return Evolution.evolve(state, event);
  }

  private static Decision unknown() {
    return new Decision.Refused(
        Refusal.of(
            INTENT_UNKNOWN,
            "Expected an intent that was submitted, but none is known by this id; check the id, or"
                + " send this again once the intent is submitted"));
  }
}
