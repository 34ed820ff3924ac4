package dev.assent.kernel.process;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.contract.intent.DecisionSummary;
import dev.assent.contract.intent.ErrorInfo;
import dev.assent.contract.intent.IntentCanceled;
import dev.assent.contract.intent.IntentCompleted;
import dev.assent.contract.intent.IntentEnding;
import dev.assent.contract.intent.IntentFailed;
import dev.assent.contract.intent.IntentTimedOut;
import dev.assent.contract.outcome.Completion;
import dev.assent.kernel.intent.IntentHeader;
import dev.assent.kernel.intent.IntentState.Ended;
import org.jspecify.annotations.Nullable;

/** How an ended intent is told to the agents downstream: one completion for each ending. */
public final class Completions {

  private Completions() {}

  /** What follows from this ending. */
  public static Completion of(IntentEnding ending, Ended ended) {
    return switch (ending) {
      case IntentCompleted e -> completion(ended, e.result(), null, null, e.decision());
      case IntentFailed e -> completion(ended, null, e.error(), null, e.decision());
      case IntentCanceled e -> completion(ended, null, null, e.reason(), ended.decision());
      case IntentTimedOut e -> completion(ended, null, null, e.reason(), ended.decision());
    };
  }

  private static Completion completion(
      Ended ended,
      @Nullable JsonNode result,
      @Nullable ErrorInfo error,
      @Nullable String reason,
      @Nullable DecisionSummary decision) {
    IntentHeader header = ended.header();
    return new Completion(
        header.id(),
        header.intentType(),
        header.from(),
        header.to(),
        header.replyTo(),
        header.correlationId(),
        ended.status(),
        result,
        error,
        reason,
        decision,
        header.payloadDigest(),
        ended.endedAt());
  }
}
