package dev.assent.kernel.intent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.contract.intent.DecisionRecorded;
import dev.assent.contract.intent.DecisionSummary;
import dev.assent.contract.intent.Verdict;
import dev.assent.contract.timer.ArmedTimer;
import dev.assent.contract.timer.TimerKind;
import dev.assent.kernel.intent.IntentState.Running;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The few ways in which one event changes a running intent. */
record RunningChange(Running was, long sequence) {

  Running nothing() {
    return with(was.header(), was.turn(), was.timers());
  }

  /** A new turn begins: the timers of the one before are gone. */
  Running enter(StepTurn turn, List<ArmedTimer> timers) {
    return with(was.header(), turn, was.timers().withoutStepTimers().armed(sequence, timers));
  }

  /** The same turn goes on; the timers that led here are used up, unless they are armed anew. */
  Running turn(StepTurn turn, Set<TimerKind> usedUp, List<ArmedTimer> timers) {
    return with(was.header(), turn, was.timers().without(usedUp).armed(sequence, timers));
  }

  Running payload(String digest) {
    return with(was.header().withPayloadDigest(digest), was.turn(), was.timers());
  }

  Running settle(String step, Verdict verdict, @Nullable JsonNode result) {
    return settled(step, verdict, result, was.decision(), was.decisionInput());
  }

  Running decide(DecisionSummary decision, String input, JsonNode result) {
    return settled(decision.step(), decision.verdict(), result, decision, input);
  }

  Running keep(DecisionRecorded early) {
    Map<String, DecisionRecorded> kept = new HashMap<>(was.early());
    kept.put(early.step(), early);
    return new Running(
        was.header(),
        was.plan(),
        was.turn(),
        was.timers(),
        was.results(),
        kept,
        was.decision(),
        was.decisionInput(),
        sequence);
  }

  private Running settled(
      String step,
      Verdict verdict,
      @Nullable JsonNode result,
      @Nullable DecisionSummary decision,
      @Nullable String input) {
    Map<String, JsonNode> results = new HashMap<>(was.results());
    if (result != null) {
      results.put(step, result);
    }
    return new Running(
        was.header(),
        was.plan(),
        new StepTurn.Settled(step, verdict),
        was.timers().withoutStepTimers(),
        results,
        was.early(),
        decision,
        input,
        sequence);
  }

  private Running with(IntentHeader header, StepTurn turn, LiveTimers timers) {
    return new Running(
        header,
        was.plan(),
        turn,
        timers,
        was.results(),
        was.early(),
        was.decision(),
        was.decisionInput(),
        sequence);
  }
}
