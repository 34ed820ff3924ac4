package dev.assent.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.cli.Context;
import dev.assent.cli.http.Api;
import dev.assent.cli.http.Paths;
import dev.assent.cli.terminal.Waits;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Follows an intent. */
@Command(
    name = "watch",
    description = {
      "Show what happens to an intent until it ends, also across restarts of the server.",
      "Ends with 0 if the intent was COMPLETED, with 1 if it ended otherwise."
    },
    footer = {
      "  assent intents watch 0b8e6c9e-6a1f-4a2e-9a64-b1a7a1b1f0c4",
      "  assent intents watch ID --json --timeout 10m"
    })
public final class WatchCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(paramLabel = "ID", description = "The intent's id.")
  String id = "";

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      description = "Give up after this long, with exit code 4.")
  @Nullable String timeout;

  @Option(
      names = "--since",
      paramLabel = "SEQ",
      defaultValue = "0",
      description = "Begin after the event with this seq.")
  long since;

  @Mixin AgentOptions agent;
  @Mixin JsonOption json;

  WatchCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Long deadline = timeout == null ? null : System.nanoTime() + Waits.parse(timeout).toNanos();
    Api api = agent.api();
    JsonNode unused = api.get(Paths.intent(id, "")); // fails with a sentence if it cannot be seen
    return new Watch(api, id, context.terminal(), json.isWanted()).untilTheEnd(since, deadline);
  }
}
