package dev.assent.contract.intent;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * An intent was accepted under its id.
 *
 * @param from who sent it, from their credential
 * @param to whom it is addressed: an agent, or {@code human}
 * @param replyTo who wants the outcome besides the sender, or null
 * @param payload what is to be approved or done, as sent
 * @param payloadDigest SHA-256 of the canonical payload (RFC 8785), hex
 * @param idempotencyKey the sender's own key for this submission, or null
 * @param submissionDigest SHA-256 of the canonical submission: tells a repetition from a reuse
 */
public record IntentCreated(
    String intentType,
    String from,
    String to,
    @Nullable String replyTo,
    String correlationId,
    JsonNode payload,
    String payloadDigest,
    @Nullable String idempotencyKey,
    String submissionDigest)
    implements IntentEvent {}
