package dev.assent.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.cli.CliException;
import dev.assent.cli.http.Api;
import dev.assent.cli.http.EventStream;
import dev.assent.cli.http.Paths;
import dev.assent.cli.terminal.Style;

/** An agent as anybody would write one: takes work from its stream, looks at it, reports. */
final class DemoAgent {
  private final Api api;
  private final Stage stage;
  private final Style style;
  private final String correlationId;
  private final Catalogue catalogue = Catalogue.bundled();
  private volatile boolean stopped;

  /**
   * @param correlationId of the case that is told; other work is done in silence
   */
  DemoAgent(Api api, Stage stage, Style style, String correlationId) {
    this.api = api;
    this.stage = stage;
    this.style = style;
    this.correlationId = correlationId;
  }

  void start() {
    Thread.ofPlatform().daemon().name("demo-agent").start(this::work);
  }

  void stop() {
    stopped = true;
  }

  private void work() {
    try {
      new EventStream(api, Paths.agentStream(DemoCase.AGENT), 0, () -> stopped)
          .follow(
              delivery -> {
                handle(delivery.path("intent_id").asText());
                return stopped;
              },
              null);
    } catch (CliException e) {
      stage.tell("migrator", e.sentence(), style::bad);
    }
  }

  private void handle(String id) {
    JsonNode intent = api.get(Paths.intent(id, "")).path("intent");
    boolean told = intent.path("correlation_id").asText().equals(correlationId);
    if (told) {
      stage.tell("migrator", "looks at the statement before anybody is asked:");
    }
    Validation validation = Validation.of(intent.path("payload"), catalogue);
    if (told) {
      validation.checks().forEach(this::tell);
    }
    JsonNode unused = api.post(Paths.intent(id, "/resume"), validation.report(), null);
  }

  private void tell(Validation.Check check) {
    String mark = check.good() ? "ok  " : "NO  ";
    stage.more(mark + check.what(), check.good() ? style::good : style::bad);
  }
}
