package dev.assent.contract.intent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.contract.timer.ArmedTimer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step was put before an agent.
 *
 * @param attempt from 1
 * @param input what the step adds to the payload, or null
 */
public record IntentDelivered(
    String step, String agent, int attempt, @Nullable JsonNode input, List<ArmedTimer> timers)
    implements IntentEvent {
  public IntentDelivered {
    timers = List.copyOf(timers);
  }
}
