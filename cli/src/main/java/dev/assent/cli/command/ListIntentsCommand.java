package dev.assent.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.cli.Context;
import dev.assent.cli.http.Paths;
import dev.assent.cli.terminal.Moments;
import dev.assent.cli.terminal.Table;
import dev.assent.cli.terminal.Terminal;
import dev.assent.cli.terminal.Text;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Lists intents. */
@Command(
    name = "list",
    description = "List the intents that the key or the person may see, the newest first.",
    footer = {
      "  assent intents list --status WAITING --limit 20",
      "  assent intents list --as ada    everybody's"
    })
public final class ListIntentsCommand implements Runnable {
  private final Context context;

  @Option(
      names = "--status",
      paramLabel = "STATUS",
      description = "Only these: WAITING, COMPLETED, FAILED, CANCELED, TIMED_OUT ...")
  @Nullable String status;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "50",
      description = "At most so many (default: ${DEFAULT-VALUE}).")
  int limit;

  @Mixin AgentOptions agent;
  @Mixin JsonOption json;

  ListIntentsCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    String filter =
        status == null ? "" : "&status=" + Paths.segment(status.toUpperCase(Locale.ROOT));
    JsonNode intents = agent.api().get("/v1/intents?limit=" + limit + filter).path("intents");
    Terminal terminal = context.terminal();
    if (json.isWanted()) {
      JsonOption.print(terminal, intents);
    } else if (intents.isEmpty()) {
      terminal.say("No intents" + (status == null ? "." : " with status " + status + "."));
    } else {
      show(terminal, intents);
    }
  }

  private static void show(Terminal terminal, JsonNode intents) {
    Table table = new Table("");
    table.heading(terminal.style(), "ID", "STATUS", "CREATED", "WHAT");
    intents.forEach(
        intent ->
            table.row(
                Text.visible(intent.path("intent_id").asText()),
                Text.visible(intent.path("status").asText()),
                Moments.clock(intent.path("created_at").asText()),
                Text.visible(IntentPage.title(intent))));
    table.print(terminal);
  }
}
