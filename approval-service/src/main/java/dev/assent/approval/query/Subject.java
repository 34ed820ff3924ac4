package dev.assent.approval.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.contract.id.IntentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What an intent is about, as far as those who decide need it. */
public record Subject(
    IntentId intent,
    String type,
    String from,
    String to,
    @Nullable String replyTo,
    String correlationId,
    @Nullable String title,
    JsonNode payload,
    String payloadDigest,
    Instant createdAt) {

  /** Whether this agent sent the intent or is addressed in it. */
  public boolean isParty(String agent) {
    return from.equals(agent) || to.equals(agent);
  }
}
