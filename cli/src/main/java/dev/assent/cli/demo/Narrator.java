package dev.assent.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.cli.http.EventWords;
import dev.assent.cli.terminal.Style;

/** Tells what the log says, event by event. */
final class Narrator {
  private static final String ASSENT = "assent";

  private final Stage stage;
  private final Style style;

  Narrator(Stage stage, Style style) {
    this.stage = stage;
    this.style = style;
  }

  void tell(JsonNode event) {
    JsonNode details = event.path("details");
    switch (event.path("event_type").asText()) {
      case "intent.created" -> stage.tell("pipeline", "asks: " + DemoCase.TITLE);
      case "intent.submitted" ->
          stage.tell(ASSENT, "has it in the log; who is asked and when is agreed now");
      case "intent.delivered" -> stage.tell(ASSENT, "hands the step \"validate\" to the migrator");
      case "intent.result_recorded" -> stage.tell("migrator", "reports: all checks passed");
      case "intent.human_task_assigned" ->
          stage.tell(
              ASSENT,
              "asks ada, who is on call. Reminder in 8 s; if she does not answer within 16 s, bo is asked");
      case "intent.reminder" ->
          stage.tell(
              ASSENT,
              "reminder %s went out to %s"
                  .formatted(details.path("reminder").asText(), details.path("reminded").asText()),
              style::warm);
      case "intent.escalated" ->
          stage.tell(
              ASSENT,
              "escalated to %s, because %s"
                  .formatted(
                      details.path("escalated_to").asText(), details.path("reason").asText()),
              style::warm);
      case "intent.decision_recorded" ->
          stage.tell(event.path("actor").asText(), decision(details), style::bold);
      case "intent.notified" -> notified(details);
      case "intent.completed" -> stage.tell(ASSENT, "the intent is completed", style::good);
      case "intent.acknowledged", "intent.in_progress" -> {
        // steps between, of no interest here
      }
      default ->
          stage.tell(
              ASSENT,
              event.path("event_type").asText().replace("intent.", "").replace('_', ' ')
                  + ": "
                  + EventWords.of(event));
    }
  }

  /** Lines on the console of the services are of no interest here. */
  private void notified(JsonNode details) {
    if (!EventWords.isConsole(details)) {
      stage.tell("notifier", EventWords.notified(details), style::dim);
    }
  }

  private static String decision(JsonNode details) {
    String comment = details.path("comment").asText("");
    return "%s (%s)%s"
        .formatted(
            details.path("outcome").asText(),
            details.path("channel").asText(),
            comment.isEmpty() ? "" : ": \"" + comment + "\"");
  }
}
