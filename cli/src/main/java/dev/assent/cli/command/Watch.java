package dev.assent.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.cli.ExitCode;
import dev.assent.cli.http.Api;
import dev.assent.cli.http.EventStream;
import dev.assent.cli.http.EventWords;
import dev.assent.cli.http.Paths;
import dev.assent.cli.terminal.Style;
import dev.assent.cli.terminal.Terminal;
import dev.assent.cli.terminal.Text;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Follows one intent and shows what happens to it. */
final class Watch {
  private final Api api;
  private final String id;
  private final Terminal terminal;
  private final boolean json;

  Watch(Api api, String id, Terminal terminal, boolean json) {
    this.api = api;
    this.id = id;
    this.terminal = terminal;
    this.json = json;
  }

  /**
   * Shows every event until the last.
   *
   * @param since the {@code seq} of the last event that is known
   * @param deadline when to give up, as {@link System#nanoTime()} counts, or null
   * @return the exit code: 0 if the intent was completed
   */
  int untilTheEnd(long since, @Nullable Long deadline) {
    EventStream stream =
        new EventStream(api, Paths.intent(id, "/events/stream"), since, () -> false);
    Optional<JsonNode> last = stream.follow(this::show, deadline);
    if (last.isEmpty()) {
      terminal.complain(
          "The intent did not end in time. It goes on; follow it with: assent intents watch " + id);
      return ExitCode.WAITED_IN_VAIN;
    }
    String status = last.get().path("status").asText();
    if (!json) {
      tellOutcome(status, last.get());
    }
    return status.equals("COMPLETED") ? ExitCode.OK : ExitCode.FAILED;
  }

  private boolean show(JsonNode event) {
    if (json) {
      JsonOption.printLine(terminal, event);
    } else {
      EventLines.print(terminal, event);
    }
    terminal.flush();
    return EventWords.isEnding(event);
  }

  private void tellOutcome(String status, JsonNode event) {
    Style style = terminal.style();
    String word = Text.visible(status);
    terminal.say(
        "Outcome: " + style.bold(status.equals("COMPLETED") ? style.good(word) : style.bad(word)));
    JsonNode result = event.path("result");
    if (result.isObject() && !result.isEmpty()) {
      JsonOption.print(terminal, result);
    }
  }
}
