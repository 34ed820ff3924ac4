package dev.assent.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.cli.terminal.Moments;
import dev.assent.cli.terminal.Style;
import dev.assent.cli.terminal.Table;
import dev.assent.cli.terminal.Table.Cell;
import dev.assent.cli.terminal.Terminal;
import dev.assent.cli.terminal.Text;
import java.util.List;

/** One intent, or the task that it waits for, on a screen. */
final class IntentPage {
  private IntentPage() {}

  static void print(Terminal terminal, JsonNode intent) {
    Style style = terminal.style();
    Table table = new Table("  ");
    terminal.say(style.bold(Text.visible(title(intent))));
    row(table, style, "id", intent.path("intent_id").asText());
    row(table, style, "status", status(intent));
    row(table, style, "type", intent.path("intent_type").asText());
    row(table, style, "from", intent.path("from_agent").asText());
    row(table, style, "to", intent.path("to_agent").asText());
    row(table, style, "created", moment(intent.path("created_at")));
    row(table, style, "updated", moment(intent.path("updated_at")));
    row(table, style, "due", moment(intent.path("due_at")));
    row(table, style, "reason", intent.path("reason").asText());
    row(table, style, "error", intent.path("error").path("message").asText());
    JsonNode decision = intent.path("decision");
    if (decision.isObject()) {
      row(
          table,
          style,
          "decision",
          "%s by %s at %s"
              .formatted(
                  decision.path("outcome").asText(),
                  decision.path("by").path("id").asText(),
                  moment(decision.path("at"))));
    }
    table.print(terminal);
    document(terminal, "payload", intent.path("payload"));
    document(terminal, "result", intent.path("result"));
  }

  /** What people call it. */
  static String title(JsonNode intent) {
    for (String candidate :
        List.of(
            intent.path("title").asText(""),
            intent.path("human_task").path("title").asText(""),
            intent.path("intent_type").asText(""))) {
      if (!candidate.isBlank()) {
        return candidate;
      }
    }
    return "Intent";
  }

  /** The status, with whom it waits for. */
  static String status(JsonNode intent) {
    String status = intent.path("status").asText();
    String holder = intent.path("pending_with").path("name").asText("");
    return holder.isEmpty() ? status : status + " (with " + holder + ")";
  }

  static void row(Table table, Style style, String name, String value) {
    if (!value.isBlank()) {
      table.row(List.of(new Cell(name, style::dim), Cell.of(Text.visible(value))));
    }
  }

  static String moment(JsonNode at) {
    return at.asText("").isEmpty() ? "" : Moments.date(at.asText());
  }

  static void document(Terminal terminal, String name, JsonNode value) {
    if (value.isContainerNode() && !value.isEmpty()) {
      terminal.say("  " + terminal.style().dim(name));
      JsonOption.print(terminal, value);
    }
  }
}
