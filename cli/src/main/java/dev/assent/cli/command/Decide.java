package dev.assent.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.cli.Context;
import dev.assent.cli.http.Api;
import dev.assent.cli.http.Paths;
import dev.assent.cli.terminal.Terminal;
import dev.assent.cli.terminal.Text;

/** Carries a person's decision to the server. All of it goes through the people's door. */
final class Decide {
  private Decide() {}

  /** Decides, bound to the task and to the payload as they were shown. */
  static void run(Context context, AnswerOptions answer, String outcome) {
    Api api = answer.person.api();
    JsonNode task = api.get(Paths.task(answer.id)).path("task");
    String digest = answer.digest == null ? task.path("payload_digest").asText() : answer.digest;
    ObjectNode body = answer.body(outcome, digest).put("task_id", task.path("task_id").asText());
    JsonNode done = api.post(Paths.intent(task.path("intent_id").asText(), "/resume"), body, null);
    Terminal terminal = context.terminal();
    if (answer.json.isWanted()) {
      JsonOption.print(terminal, done);
    } else {
      terminal.say("%s: %s".formatted(Text.visible(outcome), Text.visible(IntentPage.title(task))));
      terminal.say("The intent is " + Text.visible(done.path("intent").path("status").asText()));
    }
  }
}
