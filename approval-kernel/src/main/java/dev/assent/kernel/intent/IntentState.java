package dev.assent.kernel.intent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.DecisionSummary;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.contract.plan.Plan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
   * @param early answers that came before their gate opened, by step
   * @param decisions all that were taken, in order
   * @param reports the ids of the signals whose results were recorded
   * @param unapproved the last gate that was left without a yes, if none said yes since
   */
  record Running(
      IntentHeader header,
      Plan plan,
      StepTurn turn,
      LiveTimers timers,
      Map<String, JsonNode> results,
      Map<String, KeptAnswer> early,
      List<TakenDecision> decisions,
      Set<String> reports,
      @Nullable String unapproved,
      long sequence)
      implements IntentState {

    public Running {
      results = Sorted.copy(results);
      early = Sorted.copy(early);
      decisions = List.copyOf(decisions);
      reports = Sorted.copy(reports);
    }

    /** The last decision that was taken. */
    public @Nullable DecisionSummary decision() {
      return decisions.isEmpty() ? null : decisions.getLast().summary();
    }

    /** The id of the signal that it came from. */
    public @Nullable String decisionInput() {
      return decisions.isEmpty() ? null : decisions.getLast().input();
    }

    /** The decision that came from this signal. */
    public Optional<TakenDecision> takenBy(String input) {
      return decisions.stream().filter(taken -> taken.input().equals(input)).findFirst();
    }
  }

  /**
   * Over, for ever.
   *
   * @param decisions all that were taken, in order
   * @param endedBy the id of the input that ended it
   * @param by who did; null if its plan or its time did
   */
  record Ended(
      IntentHeader header,
      IntentStatus status,
      Instant endedAt,
      List<TakenDecision> decisions,
      String endedBy,
      @Nullable Actor by,
      long sequence)
      implements IntentState {

    public Ended {
      decisions = List.copyOf(decisions);
    }

    /** The last decision that was taken. */
    public @Nullable DecisionSummary decision() {
      return decisions.isEmpty() ? null : decisions.getLast().summary();
    }

    /** The id of the signal that it came from. */
    public @Nullable String decisionInput() {
      return decisions.isEmpty() ? null : decisions.getLast().input();
    }
  }
}
