package dev.assent.approval.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.approval.query.IntentView;
import dev.assent.approval.query.Subject;
import dev.assent.contract.axp.AxpEvent;
import dev.assent.contract.axp.AxpIntent;
import dev.assent.contract.axp.AxpProgress;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.id.NamedUuid;
import dev.assent.contract.intent.IntentEnding;
import dev.assent.contract.json.ContractJson;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is answered to whoever resumed, resolved or canceled an intent. */
final class AppliedJson {

  private AppliedJson() {}

  /**
   * The answer.
   *
   * @param view before the events or after them; null if the view has not seen the intent
   * @param events what was decided now; empty if the very same was decided before
   */
  static ObjectNode of(IntentId intent, @Nullable IntentView view, List<RecordedEvent> events) {
    ObjectNode body =
        ContractJson.MAPPER
            .createObjectNode()
            .put("ok", true)
            .put("applied", true)
            .put("policy_generation", 0);
    AxpProgress before = progress(view, events);
    AxpProgress after = before;
    for (RecordedEvent each : events) {
      before = after;
      after = before.after(each.event());
    }
    ObjectNode known = intent(intent, view, after);
    body.set("intent", known);
    if (!events.isEmpty()) {
      ObjectNode event = AxpEvent.render(events.getLast(), before);
      body.set("event", event);
      known.set("updated_at", event.get("at"));
      if (events.getLast().event() instanceof IntentEnding) {
        addEnding(known, event);
        body.set("completion_delivery", completionDelivery(intent, view, event));
      }
    }
    return body;
  }

  /**
   * Where the intent stood. A view that holds these events already serves as well, because each of
   * them leads from there to the same; one that is further on says nothing about them.
   */
  private static AxpProgress progress(@Nullable IntentView view, List<RecordedEvent> events) {
    if (view == null || !events.isEmpty() && view.sequence() > events.getLast().sequence()) {
      return AxpProgress.UNDER_WAY;
    }
    return view.progress();
  }

  private static ObjectNode intent(IntentId id, @Nullable IntentView view, AxpProgress now) {
    if (view == null) {
      return AxpIntent.standing(id, now);
    }
    Subject subject = view.subject();
    return AxpIntent.document(
        id,
        now,
        new AxpIntent.Subject(
            subject.type(),
            subject.from(),
            subject.to(),
            subject.replyTo(),
            subject.correlationId(),
            subject.payload(),
            subject.payloadDigest(),
            subject.createdAt()));
  }

  /** How it ended, where those look who do not read the event. */
  private static void addEnding(ObjectNode intent, ObjectNode event) {
    JsonNode details = event.path("details");
    for (String field : List.of("result", "error", "reason", "decision")) {
      if (details.has(field)) {
        intent.set(field, details.get(field));
      }
    }
  }

  /** What AXP says of the message to whoever asked for the outcome besides the sender. */
  private static ObjectNode completionDelivery(
      IntentId intent, @Nullable IntentView view, ObjectNode event) {
    String replyTo = view == null ? null : view.subject().replyTo();
    ObjectNode delivery = ContractJson.MAPPER.createObjectNode();
    if (replyTo == null) {
      return delivery.put("delivered", false).put("reason", "reply_to_not_set");
    }
    String message = NamedUuid.of("assent-completion-message", intent.toString()).toString();
    delivery
        .put("delivered", true)
        .put("reply_to", replyTo)
        .put("thread_id", intent.toString())
        .put("message_id", message);
    delivery
        .putObject("completion")
        .put("type", event.path("event_type").asText())
        .put("intent_id", intent.toString())
        .put("status", event.path("status").asText());
    return delivery;
  }
}
