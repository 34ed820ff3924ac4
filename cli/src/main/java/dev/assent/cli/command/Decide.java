package dev.assent.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.cli.Context;
import dev.assent.cli.http.Api;
import dev.assent.cli.http.Paths;
import dev.assent.cli.terminal.Terminal;
import dev.assent.cli.terminal.Text;
import org.jspecify.annotations.Nullable;

/** Carries a person's decision to the server. */
final class Decide {
  private Decide() {}

  /** Decides, bound to the task and to the payload as they were shown. */
  static void run(Context context, AnswerOptions answer, String outcome) {
    Api api = answer.person.api();
    JsonNode intent = api.get(Paths.intent(answer.id, "")).path("intent");
    String digest = answer.digest == null ? shown(intent) : answer.digest;
    ObjectNode body = answer.body(outcome, digest);
    JsonNode task = intent.path("human_task").path("task_id");
    if (task.isTextual()) {
      body.set("task_id", task);
    }
    JsonNode done = api.post(Paths.intent(answer.id, "/resume"), body, null);
    Terminal terminal = context.terminal();
    if (answer.json.isWanted()) {
      JsonOption.print(terminal, done);
    } else {
      terminal.say(
          "%s: %s".formatted(Text.visible(outcome), Text.visible(IntentPage.title(intent))));
      terminal.say("The intent is " + Text.visible(done.path("intent").path("status").asText()));
    }
  }

  private static @Nullable String shown(JsonNode intent) {
    // That of the payload as it is; a task keeps the one of the moment it was asked.
    String shown = intent.path("payload_digest").asText("");
    return shown.isEmpty() ? null : shown;
  }
}
