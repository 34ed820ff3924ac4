package dev.assent.cli.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.cli.terminal.Text;
import dev.assent.contract.json.ContractJson;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What happened, in a few words, from an event as the API shows it. */
public final class EventWords {
  private static final int LONG = 300;
  private static final Set<String> ENDINGS =
      Set.of("intent.completed", "intent.failed", "intent.canceled", "intent.timed_out");

  private EventWords() {}

  /** Whether nothing is decided after this event. */
  public static boolean isEnding(JsonNode event) {
    return ENDINGS.contains(event.path("event_type").asText());
  }

  /** Fit for a screen: no control characters, whoever wrote the title. */
  public static String of(JsonNode event) {
    return Text.visible(words(event, event.path("details")));
  }

  private static String words(JsonNode event, JsonNode details) {
    return switch (event.path("event_type").asText()) {
      case "intent.created" ->
          "%s asks for %s"
              .formatted(agent(text(details, "from_agent")), text(details, "intent_type"));
      case "intent.submitted" -> submitted(details);
      case "intent.delivered" ->
          "step %s is with %s%s"
              .formatted(text(details, "step_id"), holder(event), attempt(details));
      case "intent.acknowledged" -> holder(event) + " has it";
      case "intent.in_progress" -> note("under way", details);
      case "intent.waiting" -> note("waits for time to pass", details);
      case "intent.human_task_assigned" ->
          "%s asked: %s".formatted(holder(event), event.path("human_task").path("title").asText());
      case "intent.reminder" ->
          "reminder %s to %s".formatted(text(details, "reminder"), text(details, "reminded"));
      case "intent.escalated" ->
          "to %s, because %s".formatted(text(details, "escalated_to"), text(details, "reason"));
      case "intent.transfer" ->
          "%s handed it to %s".formatted(actor(event), text(details, "transferred_to"));
      case "intent.decision_recorded" -> decision(event, details);
      case "intent.edited" -> actor(event) + " changed the payload";
      case "intent.result_recorded" -> result(event, details);
      case "intent.timeout" ->
          "nobody answered in time; now: " + text(details, "fallback").replace('_', ' ');
      case "intent.notified" -> notified(details);
      case "intent.delivery_failed" ->
          "%s was not reached by %s: %s"
              .formatted(
                  text(details, "recipient"), text(details, "channel"), text(details, "reason"));
      case "intent.completed" -> by("done", details);
      case "intent.failed" -> failed(event, details);
      case "intent.canceled", "intent.timed_out" -> text(details, "reason");
      default -> Text.shorten(compact(details), LONG);
    };
  }

  private static String submitted(JsonNode details) {
    JsonNode steps = details.path("steps");
    StringBuilder names = new StringBuilder();
    steps.forEach(step -> names.append(names.isEmpty() ? "" : ", ").append(step.asText()));
    return steps.size() == 1 ? "agreed, one step: " + names : "agreed, steps: " + names;
  }

  private static String decision(JsonNode event, JsonNode details) {
    String comment = text(details, "comment");
    return "%s: %s, by %s%s"
        .formatted(
            actor(event),
            text(details, "outcome"),
            text(details, "channel"),
            comment.isEmpty() ? "" : ", saying \"" + Text.shorten(comment, LONG) + "\"");
  }

  private static String result(JsonNode event, JsonNode details) {
    boolean good = text(details, "verdict").equals("positive");
    String why = details.path("error").path("message").asText("");
    return "%s %s%s%s"
        .formatted(
            actor(event),
            good ? "finished step " + text(details, "step_id") : "failed",
            why.isEmpty() ? "" : ": " + why,
            details.path("will_retry").asBoolean() ? "; it will be asked again" : "");
  }

  /** Who was told what, and how. */
  public static String notified(JsonNode details) {
    String notice = text(details, "notice").replace('_', ' ');
    return isConsole(details)
        ? "a line on the console (" + notice + ")"
        : "%s was told by %s (%s)"
            .formatted(text(details, "recipient"), text(details, "channel"), notice);
  }

  /** Whether a notice went to nobody in particular, but to the standard output of the services. */
  public static boolean isConsole(JsonNode details) {
    return text(details, "channel").equals("console");
  }

  private static String failed(JsonNode event, JsonNode details) {
    JsonNode error = event.path("error").isObject() ? event.path("error") : details.path("error");
    return by(error.path("message").asText(error.path("code").asText("")), details);
  }

  private static String by(String words, JsonNode details) {
    String who = details.path("decision").path("by").path("id").asText("");
    return who.isEmpty() || words.contains(who) ? words : words + ", decided by " + who;
  }

  private static String note(String words, JsonNode details) {
    String note = text(details, "note");
    return note.isEmpty() ? words : Text.shorten(note, LONG);
  }

  private static String attempt(JsonNode details) {
    String attempt = text(details, "delivery_attempt");
    return attempt.isEmpty() || attempt.equals("1") ? "" : ", attempt " + attempt;
  }

  private static String holder(JsonNode event) {
    return event.path("pending_with").path("name").asText("somebody");
  }

  private static String actor(JsonNode event) {
    return agent(event.path("actor").asText("somebody"));
  }

  /** The last part of an address, which is what people call the agent. */
  public static String agent(String address) {
    return address.startsWith("agent://")
        ? address.substring(address.lastIndexOf('/') + 1)
        : address;
  }

  private static String text(JsonNode details, String field) {
    return details.path(field).asText("");
  }

  private static String compact(JsonNode details) {
    return new String(ContractJson.write(details), StandardCharsets.UTF_8);
  }
}
