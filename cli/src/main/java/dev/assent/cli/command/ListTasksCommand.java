package dev.assent.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.cli.Context;
import dev.assent.cli.terminal.Table;
import dev.assent.cli.terminal.Terminal;
import dev.assent.cli.terminal.Text;
import dev.assent.cli.terminal.Waits;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists what waits for a person. */
@Command(
    name = "list",
    description = "List what waits for you and your groups.",
    footer = "  assent tasks list --as ada")
public final class ListTasksCommand implements Runnable {
  private final Context context;

  @Mixin ViewerOptions person;
  @Mixin JsonOption json;

  ListTasksCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    JsonNode tasks = person.api().get("/v1/me/tasks").path("tasks");
    Terminal terminal = context.terminal();
    if (json.isWanted()) {
      JsonOption.print(terminal, tasks);
    } else if (tasks.isEmpty()) {
      terminal.say("Nothing waits for you.");
    } else {
      show(terminal, tasks, Instant.now());
    }
  }

  static void show(Terminal terminal, JsonNode tasks, Instant now) {
    Table table = new Table("");
    table.heading(terminal.style(), "INTENT", "WAITS", "DUE IN", "WHAT");
    tasks.forEach(
        task ->
            table.row(
                Text.visible(task.path("intent_id").asText()),
                distance(task.path("assigned_at"), now, false),
                distance(task.path("due_at"), now, true),
                Text.visible(IntentPage.title(task))));
    table.print(terminal);
  }

  private static String distance(JsonNode at, Instant now, boolean ahead) {
    try {
      Instant moment = Instant.parse(at.asText());
      return Waits.words(ahead ? Duration.between(now, moment) : Duration.between(moment, now));
    } catch (DateTimeParseException e) {
      return "-";
    }
  }
}
