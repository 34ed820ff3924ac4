package dev.assent.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.cli.CliException;
import dev.assent.cli.http.Api;
import dev.assent.cli.http.Paths;
import dev.assent.cli.http.SignIn;
import dev.assent.cli.terminal.Style;
import dev.assent.cli.terminal.Terminal;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** Lets the person at the keyboard decide as bo, as soon as bo is asked. */
final class Decider {
  private final Api api;
  private final String password;
  private final String intentId;
  private final Stage stage;
  private final Terminal terminal;
  private final CountDownLatch enough = new CountDownLatch(1);
  private volatile boolean asked;
  private volatile boolean over;

  Decider(Api api, String password, String intentId, Stage stage, Terminal terminal) {
    this.api = api;
    this.password = password;
    this.intentId = intentId;
    this.stage = stage;
    this.terminal = terminal;
  }

  /** Listens to the keyboard; at its end, only the browser is left. */
  void listen() {
    Thread.ofPlatform().daemon().name("demo-keyboard").start(this::read);
  }

  /** Bo is asked now. */
  void open(boolean decideNow) {
    asked = true;
    if (decideNow) {
      decide("approved", "built concurrently, and the migrator found nothing");
    } else {
      stage.tell("you", howTo(), terminal.style()::link);
    }
  }

  private String howTo() {
    return terminal.isInteractive()
        ? "type a + Enter to approve as bo, or r + Enter to reject"
        : "decide in the browser: there is no terminal to type in (see also: demo --yes)";
  }

  /** Waits until Enter is pressed, or nobody is there who could. */
  void awaitEnter() {
    over = true;
    try {
      enough.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void read() {
    Optional<String> line = terminal.readLine();
    while (line.isPresent() && !over) {
      hear(line.get());
      line = terminal.readLine();
    }
    enough.countDown();
  }

  private void hear(String line) {
    String word = line.strip().toLowerCase(Locale.ROOT);
    switch (word) {
      case "" -> {}
      case "a", "approve", "r", "reject" -> typed(word.startsWith("a"));
      default -> stage.tell("you", "a approves as bo, r rejects; Ctrl-C ends the demo");
    }
  }

  private void typed(boolean yes) {
    if (asked) {
      decide(yes ? "approved" : "rejected", "decided in the terminal");
    } else {
      stage.tell("you", "are not asked yet: bo's turn comes with the escalation");
    }
  }

  private void decide(String outcome, String comment) {
    Style style = terminal.style();
    try {
      Api bo = SignIn.as(api, DemoCase.SECOND, password);
      JsonNode intent = bo.get(Paths.intent(intentId, "")).path("intent");
      ObjectNode body = JsonNodeFactory.instance.objectNode();
      body.putObject("task_result").put("outcome", outcome).put("comment", comment);
      body.set("shown_digest", intent.get("payload_digest"));
      JsonNode unused = bo.post(Paths.intent(intentId, "/resume"), body, null);
    } catch (CliException e) {
      stage.tell("you", e.sentence(), style::bad);
    }
  }
}
