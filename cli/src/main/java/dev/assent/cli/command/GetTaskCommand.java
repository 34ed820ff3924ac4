package dev.assent.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.cli.Context;
import dev.assent.cli.http.Paths;
import dev.assent.cli.terminal.Style;
import dev.assent.cli.terminal.Table;
import dev.assent.cli.terminal.Terminal;
import dev.assent.cli.terminal.Text;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows what is asked. */
@Command(
    name = "get",
    description = "Show what you are asked, and what about.",
    footer = "  assent tasks get 0b8e6c9e-6a1f-4a2e-9a64-b1a7a1b1f0c4 --as ada")
public final class GetTaskCommand implements Runnable {
  private final Context context;

  @Parameters(paramLabel = "ID", description = "The intent's id.")
  String id = "";

  @Mixin ViewerOptions person;
  @Mixin JsonOption json;

  GetTaskCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    JsonNode intent = person.api().get(Paths.intent(id, "")).path("intent");
    if (json.isWanted()) {
      JsonOption.print(context.terminal(), intent);
    } else {
      show(context.terminal(), intent);
    }
  }

  private static void show(Terminal terminal, JsonNode intent) {
    Style style = terminal.style();
    JsonNode task = intent.path("human_task");
    terminal.say(style.bold(Text.visible(IntentPage.title(intent))));
    if (!task.path("description").asText("").isBlank()) {
      Text.wrap(Text.visible(task.path("description").asText()), terminal.width() - 2)
          .forEach(line -> terminal.say("  " + line));
    }
    Table table = new Table("  ");
    IntentPage.row(table, style, "status", IntentPage.status(intent));
    IntentPage.row(table, style, "from", intent.path("from_agent").asText());
    IntentPage.row(table, style, "asked", words(task.path("assignees")));
    IntentPage.row(table, style, "answers", words(task.path("allowed_outcomes")));
    IntentPage.row(
        table,
        style,
        "needs",
        (task.path("required_comment").asBoolean() ? "a comment " : "")
            + (task.path("evidence_required").asBoolean() ? "evidence" : ""));
    IntentPage.row(table, style, "due", IntentPage.moment(due(intent)));
    IntentPage.row(table, style, "digest", intent.path("payload_digest").asText());
    table.print(terminal);
    IntentPage.document(terminal, "payload", intent.path("payload"));
    IntentPage.document(terminal, "form", task.path("form_schema"));
  }

  private static JsonNode due(JsonNode intent) {
    JsonNode due = intent.path("due_at");
    return due.isTextual() ? due : intent.path("human_task").path("due_at");
  }

  private static String words(JsonNode list) {
    StringBuilder words = new StringBuilder();
    list.forEach(each -> words.append(words.isEmpty() ? "" : ", ").append(each.asText()));
    return words.toString();
  }
}
