package dev.assent.contract.intent;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A person changed the payload before deciding. Every version stays in the log, so that readers can
 * show the difference.
 *
 * @param previousDigest of the payload that was shown
 * @param payload as it stands now
 * @param payloadDigest of that
 */
public record IntentEdited(
    String step, Actor by, String previousDigest, JsonNode payload, String payloadDigest)
    implements IntentEvent {}
