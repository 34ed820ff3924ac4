package dev.assent.contract.intent;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * The intent reached its end.
 *
 * @param result what the last step gave, with the results of all steps by id
 */
public record IntentCompleted(
    @Nullable JsonNode result, @Nullable DecisionSummary decision, @Nullable Actor by)
    implements IntentEnding {
  @Override
  public IntentStatus status() {
    return IntentStatus.COMPLETED;
  }
}
