package dev.assent.approval.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.approval.query.IntentView;
import dev.assent.approval.query.Subject;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.id.NamedUuid;
import dev.assent.contract.intent.IntentEnding;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.contract.intent.WaitingReason;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.json.EventTypes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Intents and events in the shapes that AXP clients read. */
final class AxpJson {

  private AxpJson() {}

  /**
   * The intent after the events of an answer.
   *
   * @param known what the view held before; null if it has not seen the intent yet
   */
  static ObjectNode intent(String id, @Nullable IntentView known, List<RecordedEvent> events) {
    IntentStatus status = known == null ? IntentStatus.SUBMITTED : known.status();
    WaitingReason waiting = null;
    for (RecordedEvent each : events) {
      status = Statuses.after(each.event(), status);
      waiting = status == IntentStatus.WAITING ? Statuses.waitingFor(each.event()) : null;
    }
    ObjectNode intent = ContractJson.MAPPER.createObjectNode();
    intent.put("intent_id", id).put("status", status.name()).put("lifecycle_status", status.name());
    if (waiting != null) {
      intent.put("waiting_reason", waiting.name());
      intent.put("lifecycle_waiting_reason", waiting.name());
    }
    intent.put("policy_generation", 0);
    if (known != null) {
      addSubject(intent, known.subject());
    }
    if (!events.isEmpty()) {
      RecordedEvent last = events.getLast();
      intent.put("updated_at", last.envelope().time().toString());
      addEnding(intent, last);
    }
    return intent;
  }

  /** One event; AXP's numbers advance by two, so that both readings of "since" see each once. */
  static ObjectNode event(RecordedEvent recorded, IntentStatus before) {
    var envelope = recorded.envelope();
    IntentStatus status = Statuses.after(recorded.event(), before);
    JsonNode details = ContractJson.tree(recorded.event());
    ObjectNode event = ContractJson.MAPPER.createObjectNode();
    event
        .put("intent_id", envelope.intentId().toString())
        .put("seq", 2 * envelope.sequence() - 1)
        .put("event_type", EventTypes.name(recorded.event()))
        .put("status", status.name())
        .put("at", envelope.time().toString())
        .put("actor", details.path("by").path("id").asText("system"));
    event.set("details", details);
    if (details.has("result")) {
      event.set("result", details.get("result"));
    }
    return event;
  }

  /** What AXP says of the message to whoever asked for the outcome besides the sender. */
  static ObjectNode completionDelivery(
      String intentId, @Nullable String replyTo, ObjectNode event) {
    ObjectNode delivery = ContractJson.MAPPER.createObjectNode();
    if (replyTo == null) {
      return delivery.put("delivered", false).put("reason", "reply_to_not_set");
    }
    delivery
        .put("delivered", true)
        .put("reply_to", replyTo)
        .put("thread_id", intentId)
        .put("message_id", NamedUuid.of("assent-completion-message", intentId).toString());
    delivery
        .putObject("completion")
        .put("type", event.path("event_type").asText())
        .put("intent_id", intentId)
        .put("status", event.path("status").asText());
    return delivery;
  }

  private static void addSubject(ObjectNode intent, Subject subject) {
    intent
        .put("created_at", subject.createdAt().toString())
        .put("intent_type", subject.type())
        .put("correlation_id", subject.correlationId())
        .put("from_agent", subject.from())
        .put("to_agent", subject.to());
    if (subject.replyTo() != null) {
      intent.put("reply_to", subject.replyTo());
    }
    intent.set("payload", subject.payload());
  }

  private static void addEnding(ObjectNode intent, RecordedEvent last) {
    if (last.event() instanceof IntentEnding ending) {
      JsonNode details = ContractJson.tree(ending);
      for (String field : List.of("result", "error", "reason", "decision")) {
        if (details.has(field)) {
          intent.set(field, details.get(field));
        }
      }
    }
  }
}
