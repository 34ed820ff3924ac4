package dev.assent.contract.intent;

import org.jspecify.annotations.Nullable;

/** The intent failed: a person said no, an agent gave up, a step ran out of time. */
public record IntentFailed(ErrorInfo error, @Nullable DecisionSummary decision, @Nullable Actor by)
    implements IntentEnding {
  @Override
  public IntentStatus status() {
    return IntentStatus.FAILED;
  }
}
