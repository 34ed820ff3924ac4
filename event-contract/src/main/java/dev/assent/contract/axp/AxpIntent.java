package dev.assent.contract.axp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.IntentStatus;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An intent as AXP clients read it, as far as every door shows it; a door may add what only its
 * service knows. Fields without a value are left out.
 */
public final class AxpIntent {

  private AxpIntent() {}

  /**
   * What an intent is about.
   *
   * @param payload as it is now, after edits
   */
  public record Subject(
      String type,
      String from,
      String to,
      @Nullable String replyTo,
      String correlationId,
      JsonNode payload,
      String payloadDigest,
      Instant createdAt) {}

  /** Where it stands, for a reader who knows what it is about. */
  public static ObjectNode standing(IntentId intent, AxpProgress progress) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("intent_id", intent.toString());
    json.put("status", progress.status().name());
    json.put("lifecycle_status", progress.status().name());
    json.put("legacy_status", legacy(progress.status()));
    if (progress.reason() != null) {
      json.put("waiting_reason", progress.reason().name());
      json.put("lifecycle_waiting_reason", progress.reason().name());
    }
    if (progress.pendingWith() != null) {
      json.set("pending_with", progress.pendingWith().json());
    }
    return json;
  }

  /** As much as a list shows. */
  public static ObjectNode summary(IntentId intent, AxpProgress progress, Subject subject) {
    return standing(intent, progress)
        .put("created_at", subject.createdAt().toString())
        .put("intent_type", subject.type())
        .put("from_agent", subject.from())
        .put("to_agent", subject.to());
  }

  /** The summary with what was sent. */
  public static ObjectNode document(IntentId intent, AxpProgress progress, Subject subject) {
    ObjectNode json = summary(intent, progress, subject);
    json.put("correlation_id", subject.correlationId());
    json.set("payload", subject.payload());
    json.put("payload_digest", subject.payloadDigest());
    if (subject.replyTo() != null) {
      json.put("reply_to", subject.replyTo());
    }
    // Nothing here changes a policy after submission.
    return json.put("policy_generation", 0);
  }

  private static String legacy(IntentStatus status) {
    return switch (status) {
      case CREATED, SUBMITTED, DELIVERED, ACKNOWLEDGED -> "accepted";
      case IN_PROGRESS -> "running";
      case WAITING -> "blocked";
      case COMPLETED -> "done";
      case FAILED, CANCELED, TIMED_OUT -> "failed";
    };
  }
}
