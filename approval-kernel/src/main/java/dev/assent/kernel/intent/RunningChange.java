package dev.assent.kernel.intent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.contract.intent.DecisionRecorded;
import dev.assent.contract.intent.Verdict;
import dev.assent.contract.timer.ArmedTimer;
import dev.assent.contract.timer.TimerKind;
import dev.assent.kernel.intent.IntentState.Running;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The next state of a running intent: what no step of the change touches, stays. */
final class RunningChange {

  private final Running was;
  private final long sequence;
  private final Map<String, JsonNode> results;
  private final Map<String, KeptAnswer> early;
  private final List<TakenDecision> decisions;
  private final Set<String> reports;
  private IntentHeader header;
  private StepTurn turn;
  private LiveTimers timers;
  private @Nullable String unapproved;

  RunningChange(Running was, long sequence) {
    this.was = was;
    this.sequence = sequence;
    this.results = new TreeMap<>(was.results());
    this.early = new TreeMap<>(was.early());
    this.decisions = new ArrayList<>(was.decisions());
    this.reports = new TreeSet<>(was.reports());
    this.header = was.header();
    this.turn = was.turn();
    this.timers = was.timers();
    this.unapproved = was.unapproved();
  }

  /** A new turn begins: the timers of the one before are gone. */
  RunningChange enter(StepTurn next, List<ArmedTimer> armed) {
    turn = next;
    timers = timers.withoutStepTimers().armed(sequence, armed);
    return this;
  }

  /** The same turn goes on; the timers that led here are used up, unless they are armed anew. */
  RunningChange goOn(StepTurn same, Set<TimerKind> usedUp, List<ArmedTimer> armed) {
    turn = same;
    timers = timers.without(usedUp).armed(sequence, armed);
    return this;
  }

  RunningChange settle(String step, Verdict verdict) {
    turn = new StepTurn.Settled(step, verdict);
    timers = timers.withoutStepTimers();
    return this;
  }

  RunningChange payload(String digest) {
    header = header.withPayloadDigest(digest);
    return this;
  }

  RunningChange result(String step, @Nullable JsonNode result) {
    if (result != null) {
      results.put(step, result);
    }
    return this;
  }

  RunningChange reported(String input) {
    reports.add(input);
    return this;
  }

  RunningChange keep(DecisionRecorded answer, Instant at) {
    early.put(answer.step(), new KeptAnswer(answer, at));
    return this;
  }

  /** What somebody answered to another payload than this is an answer no more. */
  RunningChange forgetEarlyUnlessShown(String step, String digest) {
    KeptAnswer kept = early.get(step);
    if (kept != null && !kept.answer().shownDigest().equals(digest)) {
      early.remove(step);
    }
    return this;
  }

  RunningChange decide(DecisionRecorded decision, Instant at) {
    early.remove(decision.step());
    decisions.add(TakenDecision.of(decision, at));
    return decision.verdict() == Verdict.POSITIVE ? approved() : unapproved(decision.step());
  }

  RunningChange unapproved(String gate) {
    unapproved = gate;
    return this;
  }

  private RunningChange approved() {
    unapproved = null;
    return this;
  }

  Running done() {
    return new Running(
        header, was.plan(), turn, timers, results, early, decisions, reports, unapproved, sequence);
  }
}
