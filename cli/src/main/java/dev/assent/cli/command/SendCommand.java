package dev.assent.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.cli.CliException;
import dev.assent.cli.Context;
import dev.assent.cli.ExitCode;
import dev.assent.cli.http.Api;
import dev.assent.cli.terminal.Terminal;
import dev.assent.cli.terminal.Text;
import dev.assent.cli.terminal.Waits;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Hands in an intent. */
@Command(
    name = "send",
    description = {
      "Hand in an intent, from options or from a file.",
      "Durations: 90s, 10m, 1h30m, 2d, or PT10M. People: a person's id, group:<id> or anyone."
    },
    footer = {
      "  assent intents send --type ops.db.index.v1 --title \"Add index users_email\" \\",
      "    --payload '{\"table\":\"users\"}' --approver ada --reminder 5m \\",
      "    --escalate 10m:bo --escalate 10m:group:sre --deadline 1h --fallback reject --wait",
      "  assent intents send --file submission.json",
      "  echo '{\"a\":1}' | assent intents send --type x.y.v1 --approver ada --payload -"
    })
public final class SendCommand implements Callable<Integer> {
  private final Context context;

  @Mixin SubmissionOptions submission;

  @Option(
      names = "--idempotency-key",
      paramLabel = "KEY",
      description = "Sending again with this key and the same content gives the same intent.")
  @Nullable String idempotencyKey;

  @Option(names = "--wait", description = "Wait for the outcome; ends with 0 if it was COMPLETED.")
  boolean wait;

  @Option(
      names = "--timeout",
      paramLabel = "DURATION",
      description = "How long to wait (default: as long as it takes); then ends with 4.")
  @Nullable String timeout;

  @Mixin AgentOptions agent;
  @Mixin JsonOption json;

  SendCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Long deadline = timeout == null ? null : System.nanoTime() + Waits.parse(timeout).toNanos();
    if (timeout != null && !wait) {
      throw CliException.usage("--timeout says how long to --wait; add that.");
    }
    ObjectNode body = submission.body(context);
    Api api = agent.api();
    JsonNode answer = api.post("/v1/intents", body, idempotencyKey);
    String id = answer.path("intent_id").asText();
    Terminal terminal = context.terminal();
    if (!wait) {
      tell(terminal, answer, id);
      return ExitCode.OK;
    }
    Watch watch = new Watch(api, id, terminal, json.isWanted());
    if (!json.isWanted()) {
      terminal.say("Intent " + Text.visible(id));
    }
    return watch.untilTheEnd(0, deadline);
  }

  private void tell(Terminal terminal, JsonNode answer, String id) {
    if (json.isWanted()) {
      JsonOption.print(terminal, answer);
      return;
    }
    terminal.say("Intent " + Text.visible(id) + " " + Text.visible(answer.path("status").asText()));
    terminal.say("Follow it with: assent intents watch " + Text.visible(id));
  }
}
