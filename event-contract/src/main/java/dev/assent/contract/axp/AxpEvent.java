package dev.assent.contract.axp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.intent.HumanTaskAssigned;
import dev.assent.contract.intent.IntentCanceled;
import dev.assent.contract.intent.IntentCompleted;
import dev.assent.contract.intent.IntentEnding;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.intent.IntentFailed;
import dev.assent.contract.intent.IntentTimedOut;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.json.EventTypes;

/** An event as AXP clients read it. Fields without a value are left out. */
public final class AxpEvent {

  private AxpEvent() {}

  /**
   * Renders an event that says by itself where the intent stands. Those that do not ({@code
   * intent.notified}, {@code intent.delivery_failed}, a decision that came early) come out as under
   * way; whoever has the history uses {@link #render(RecordedEvent, AxpProgress)}.
   */
  public static ObjectNode render(RecordedEvent recorded) {
    return render(recorded, AxpProgress.UNDER_WAY);
  }

  /**
   * Renders an event of a history.
   *
   * @param before where the intent stood before it
   */
  public static ObjectNode render(RecordedEvent recorded, AxpProgress before) {
    IntentEvent event = recorded.event();
    AxpProgress now = before.after(event);
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("intent_id", recorded.envelope().intentId().toString());
    json.put("seq", AxpSeq.of(recorded.sequence()));
    json.put("event_type", EventTypes.name(event));
    json.put("status", now.status().name());
    json.put("at", recorded.envelope().time().toString());
    if (now.reason() != null) {
      json.put("waiting_reason", now.reason().name());
      json.put("lifecycle_waiting_reason", now.reason().name());
    }
    String actor = AxpActors.actor(event);
    json.put("actor", actor == null ? recorded.envelope().source() : actor);
    String handler = AxpActors.handler(event);
    if (handler != null) {
      json.put("handler", handler);
    }
    if (now.pendingWith() != null) {
      json.set("pending_with", now.pendingWith().json());
    }
    if (event instanceof HumanTaskAssigned opened) {
      json.set("human_task", AxpHumanTask.render(opened));
    }
    if (event instanceof IntentEnding last) {
      ending(json, last);
    }
    json.set("details", AxpDetails.of(event));
    return json;
  }

  /** What endings carry beside their details, because some readers look only there. */
  private static void ending(ObjectNode json, IntentEnding last) {
    switch (last) {
      case IntentCompleted e -> {
        JsonNode result = e.result();
        json.set("result", result == null ? JsonNodeFactory.instance.objectNode() : result);
      }
      case IntentFailed e -> json.set("error", ContractJson.tree(e.error()));
      case IntentCanceled e -> json.put("reason", e.reason());
      case IntentTimedOut e -> json.put("reason", e.reason());
    }
  }
}
