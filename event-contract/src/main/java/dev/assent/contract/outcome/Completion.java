package dev.assent.contract.outcome;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.DecisionSummary;
import dev.assent.contract.intent.ErrorInfo;
import dev.assent.contract.intent.IntentStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an intent ended, for the agents downstream: one record an intent on {@code completions}.
 *
 * @param status a terminal one
 * @param decision the decision that settled it, or null if no person was asked
 * @param payloadDigest of the payload as it was decided: compare before acting
 */
public record Completion(
    IntentId intentId,
    String intentType,
    String from,
    String to,
    @Nullable String replyTo,
    String correlationId,
    IntentStatus status,
    @Nullable JsonNode result,
    @Nullable ErrorInfo error,
    @Nullable String reason,
    @Nullable DecisionSummary decision,
    String payloadDigest,
    Instant endedAt) {}
