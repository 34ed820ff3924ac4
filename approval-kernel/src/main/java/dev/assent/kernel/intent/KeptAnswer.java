package dev.assent.kernel.intent;

import dev.assent.contract.intent.DecisionRecorded;
import dev.assent.contract.intent.DecisionSummary;
import java.time.Instant;

/**
 * An answer that came before its gate opened. It comes into force when the gate opens, if the
 * payload is still the one that was shown.
 *
 * @param at when it was given
 */
public record KeptAnswer(DecisionRecorded answer, Instant at) {

  public DecisionSummary summary() {
    return TakenDecision.summary(answer, at);
  }
}
