package dev.assent.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.cli.Context;
import dev.assent.cli.http.Paths;
import dev.assent.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows one intent. */
@Command(
    name = "get",
    description = "Show an intent.",
    footer = "  assent intents get 0b8e6c9e-6a1f-4a2e-9a64-b1a7a1b1f0c4 --json")
public final class GetIntentCommand implements Runnable {
  private final Context context;

  @Parameters(paramLabel = "ID", description = "The intent's id.")
  String id = "";

  @Mixin AgentOptions agent;
  @Mixin JsonOption json;

  GetIntentCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    JsonNode answer = agent.api().get(Paths.intent(id, ""));
    JsonNode intent = answer.path("intent").isObject() ? answer.path("intent") : answer;
    Terminal terminal = context.terminal();
    if (json.isWanted()) {
      JsonOption.print(terminal, intent);
    } else {
      IntentPage.print(terminal, intent);
    }
  }
}
