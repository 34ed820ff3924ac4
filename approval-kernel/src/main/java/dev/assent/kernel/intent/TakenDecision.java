package dev.assent.kernel.intent;

import dev.assent.contract.intent.DecisionRecorded;
import dev.assent.contract.intent.DecisionSummary;
import java.time.Instant;

/**
 * A decision that is in force.
 *
 * @param input the id of the signal that it came from: its repetition meets it again, however much
 *     happened in between
 */
public record TakenDecision(String input, DecisionSummary summary) {

  static TakenDecision of(DecisionRecorded event, Instant at) {
    return new TakenDecision(event.input(), summary(event, at));
  }

  static DecisionSummary summary(DecisionRecorded event, Instant at) {
    return new DecisionSummary(
        event.task().id(),
        event.step(),
        event.outcome(),
        event.verdict(),
        event.by(),
        at,
        event.comment(),
        event.shownDigest());
  }
}
