package dev.assent.kernel.intent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.contract.intent.DecisionRecorded;
import dev.assent.contract.intent.DecisionSummary;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.contract.plan.Plan;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that is needed to decide on the next input of an intent. */
public sealed interface IntentState {

  /** The sequence of the last event; 0 before the first. */
  long sequence();

  /** Nobody submitted it yet. */
  record NotCreated() implements IntentState {
    @Override
    public long sequence() {
      return 0;
    }
  }

  /** Accepted; its plan follows. */
  record Created(IntentHeader header, long sequence) implements IntentState {}

  /** Agreed; its first step has not begun. */
  record Submitted(IntentHeader header, Plan plan, LiveTimers timers, long sequence)
      implements IntentState {}

  /**
   * In one of its steps.
   *
   * @param results what the finished steps gave, by step
   * @param early decisions that came before their gate opened, by step
   * @param decision the last decision that was taken
   * @param decisionInput the id of the signal that it came from
   */
  record Running(
      IntentHeader header,
      Plan plan,
      StepTurn turn,
      LiveTimers timers,
      Map<String, JsonNode> results,
      Map<String, DecisionRecorded> early,
      @Nullable DecisionSummary decision,
      @Nullable String decisionInput,
      long sequence)
      implements IntentState {

    public Running {
      results = Map.copyOf(results);
      early = Map.copyOf(early);
    }
  }

  /** Over, for ever. */
  record Ended(
      IntentHeader header,
      IntentStatus status,
      Instant endedAt,
      @Nullable DecisionSummary decision,
      @Nullable String decisionInput,
      long sequence)
      implements IntentState {}
}
