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

  @Parameters(paramLabel = "ID", description = "The intent's id, or the task's.")
  String id = "";

  @Mixin ViewerOptions person;
  @Mixin JsonOption json;

  GetTaskCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    JsonNode task = person.api().get(Paths.task(id)).path("task");
    if (json.isWanted()) {
      JsonOption.print(context.terminal(), task);
    } else {
      show(context.terminal(), task);
    }
  }

  private static void show(Terminal terminal, JsonNode task) {
    Style style = terminal.style();
    JsonNode asked = task.path("human_task");
    terminal.say(style.bold(Text.visible(IntentPage.title(task))));
    if (!asked.path("description").asText("").isBlank()) {
      Text.wrap(Text.visible(asked.path("description").asText()), terminal.width() - 2)
          .forEach(line -> terminal.say("  " + line));
    }
    Table table = new Table("  ");
    IntentPage.row(table, style, "status", IntentPage.status(task));
    IntentPage.row(table, style, "closed", closed(task));
    IntentPage.row(table, style, "from", task.path("from_agent").asText());
    IntentPage.row(table, style, "asked", words(asked.path("assignees")));
    IntentPage.row(table, style, "answers", words(asked.path("allowed_outcomes")));
    IntentPage.row(
        table,
        style,
        "needs",
        (asked.path("required_comment").asBoolean() ? "a comment " : "")
            + (asked.path("evidence_required").asBoolean() ? "evidence" : ""));
    IntentPage.row(table, style, "due", IntentPage.moment(task.path("due_at")));
    IntentPage.row(table, style, "digest", task.path("payload_digest").asText());
    table.print(terminal);
    IntentPage.document(terminal, "payload", task.path("payload"));
    IntentPage.document(terminal, "form", asked.path("form_schema"));
  }

  /** How, by whom and when; nothing of a task that is open. */
  private static String closed(JsonNode task) {
    JsonNode closed = task.path("closed");
    if (closed.isMissingNode()) {
      return "";
    }
    String how = closed.path("outcome").asText(task.path("task_status").asText());
    String who = closed.path("by").path("id").asText("");
    String at = IntentPage.moment(closed.path("at"));
    return who.isEmpty() ? "%s at %s".formatted(how, at) : "%s by %s at %s".formatted(how, who, at);
  }

  private static String words(JsonNode list) {
    StringBuilder words = new StringBuilder();
    list.forEach(each -> words.append(words.isEmpty() ? "" : ", ").append(each.asText()));
    return words.toString();
  }
}
