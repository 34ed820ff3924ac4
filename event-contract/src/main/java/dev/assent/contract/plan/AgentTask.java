package dev.assent.contract.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An agent does something and reports the result.
 *
 * @param agent the agent's address
 * @param input what this step adds to the payload for the agent, or null
 * @param deadline how long the agent has, from delivery; null: until the intent's deadline
 * @param maxRetries how often a failed result is answered with a new delivery
 * @param retryDelay how long to wait before that
 * @param onFailure the step to go on with after the last failure; null: the intent fails
 */
public record AgentTask(
    String id,
    String agent,
    @Nullable JsonNode input,
    @Nullable Duration deadline,
    int maxRetries,
    Duration retryDelay,
    @Nullable String onSuccess,
    @Nullable String onFailure)
    implements Step {}
