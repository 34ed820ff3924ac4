package dev.assent.cli.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.access.AccessEditor;
import dev.assent.access.InitialCredentials;
import dev.assent.access.NewApiKey;
import dev.assent.cli.CliException;
import dev.assent.cli.ExitCode;
import dev.assent.cli.audit.History;
import dev.assent.cli.audit.IntentLog;
import dev.assent.cli.audit.Timeline;
import dev.assent.cli.http.Api;
import dev.assent.cli.http.Credential;
import dev.assent.cli.http.EventStream;
import dev.assent.cli.http.EventWords;
import dev.assent.cli.http.Paths;
import dev.assent.cli.local.DataFolder;
import dev.assent.cli.local.Startup;
import dev.assent.cli.terminal.Terminal;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** Plays the case against an installation that runs. */
public final class DemoRun {
  /** What happens when it is over. */
  public enum End {
    /** It is stopped at once. */
    STOP,
    /** It is stopped when somebody presses Enter. */
    LINGER,
    /** It stays up. */
    STAY
  }

  /** The fallback comes after ten minutes; whatever takes longer has gone wrong. */
  private static final Duration PATIENCE = Duration.ofMinutes(12);

  private final DataFolder folder;
  private final Startup.Result running;
  private final Terminal terminal;
  private final Stage stage;
  private final Api nobody;
  private final boolean decideByItself;
  private final End ends;
  private final CommandWords command;
  private final String correlationId = UUID.randomUUID().toString();

  /**
   * @param command how this folder is named on a command line of the user
   * @param decideByItself whether bo approves as soon as he is asked, without anybody typing
   * @param ends what happens to the installation afterwards
   */
  public DemoRun(
      DataFolder folder,
      Startup.Result running,
      Terminal terminal,
      CommandWords command,
      boolean decideByItself,
      End ends) {
    this.folder = folder;
    this.running = running;
    this.terminal = terminal;
    this.stage = new Stage(terminal);
    this.nobody =
        new Api(URI.create("http://127.0.0.1:" + running.assent().httpPort()), Credential.NONE);
    this.command = command;
    this.decideByItself = decideByItself;
    this.ends = ends;
  }

  /** From now on nothing is told any more, and nobody is listened to. */
  public void close() {
    stage.close();
    nobody.disconnect();
  }

  /**
   * Plays it to the end.
   *
   * @throws CliException if the outcome was not seen
   */
  public void play() {
    AccessEditor editor = new AccessEditor(folder.config());
    NewApiKey key = editor.addApiKey(DemoCase.PIPELINE);
    try {
      play(new Credential(key.token(), DemoCase.PIPELINE), credentials());
    } finally {
      editor.revokeApiKey(key.keyId());
    }
  }

  private void play(Credential pipeline, InitialCredentials people) {
    Api sender = nobody.as(pipeline);
    DemoAgent agent =
        new DemoAgent(
            nobody.as(new Credential(agentKey(people), DemoCase.AGENT)),
            stage,
            terminal.style(),
            correlationId);
    String id = Submission.send(sender, correlationId);
    Playbill.announce(terminal, running.assent().url(), people, id);
    stage.begin();
    agent.start();
    try {
      CompletableFuture<JsonNode> waiting = waitForOutcome(sender, id);
      Decider decider = new Decider(nobody, password(people, DemoCase.SECOND), id, stage, terminal);
      if (!decideByItself) {
        decider.listen();
      }
      follow(sender, id, decider);
      tellOutcome(outcome(waiting), id);
      if (ends == End.LINGER) {
        terminal.say();
        terminal.say("Everything still runs: look around. Enter or Ctrl-C stops it.");
        terminal.flush();
        decider.awaitEnter();
      }
    } finally {
      agent.stop();
    }
  }

  /** Somebody else, who wants nothing but the outcome, on a thread and a connection of its own. */
  private static CompletableFuture<JsonNode> waitForOutcome(Api sender, String id) {
    CompletableFuture<JsonNode> outcome = new CompletableFuture<>();
    Thread.ofPlatform()
        .daemon()
        .name("demo-sender")
        .start(
            () -> {
              try {
                end(sender, id, event -> {}).ifPresent(outcome::complete);
              } catch (RuntimeException e) {
                outcome.completeExceptionally(e);
              }
            });
    return outcome;
  }

  private void follow(Api sender, String id, Decider decider) {
    Narrator narrator = new Narrator(stage, terminal.style());
    Optional<JsonNode> ending =
        end(
            sender,
            id,
            event -> {
              narrator.tell(event);
              if (isTurnOf(DemoCase.SECOND, event)) {
                decider.open(decideByItself);
              }
            });
    if (ending.isEmpty()) {
      throw CliException.waitedInVain("The intent did not end in time. The log: assent logs");
    }
  }

  private static boolean isTurnOf(String person, JsonNode event) {
    return event.path("event_type").asText().equals("intent.escalated")
        && event.path("details").path("escalated_to").asText().equals(person);
  }

  private static Optional<JsonNode> end(Api api, String id, Consumer<JsonNode> each) {
    EventStream stream = new EventStream(api, Paths.intent(id, "/events/stream"), 0, () -> false);
    return stream.follow(
        event -> {
          each.accept(event);
          return EventWords.isEnding(event);
        },
        System.nanoTime() + PATIENCE.toNanos());
  }

  private static JsonNode outcome(CompletableFuture<JsonNode> waiting) {
    try {
      return waiting.get(20, TimeUnit.SECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw CliException.failed("The waiting sender did not get its outcome: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliException(ExitCode.FAILED, "Interrupted.", e);
    }
  }

  private void tellOutcome(JsonNode ending, String id) {
    boolean good = ending.path("status").asText().equals("COMPLETED");
    stage.tell(
        "pipeline",
        good
            ? "waited all the time, gets COMPLETED and may build the index"
            : "waited all the time, gets " + ending.path("status").asText() + " and leaves it",
        good ? terminal.style()::good : terminal.style()::bad);
    terminal.say();
    terminal.say(terminal.style().bold("The audit trail, read from the log in Kafka"));
    History history =
        History.of(new IntentLog(running.backends().bootstrapServers(), "assent.").read(id));
    Timeline.print(terminal, history);
    if (!history.isSound()) {
      throw CliException.failed("The log of this intent is not whole.");
    }
    Playbill.goOn(terminal, command, id, ends == End.STAY);
  }

  private InitialCredentials credentials() {
    return InitialCredentials.read(folder.config()).orElseThrow(this::noCredentials);
  }

  private String agentKey(InitialCredentials people) {
    return people.apiKeys().stream()
        .filter(key -> key.address().equals(DemoCase.AGENT))
        .map(NewApiKey::token)
        .findFirst()
        .orElseThrow(this::noCredentials);
  }

  private String password(InitialCredentials people, String person) {
    return people.password(person).orElseThrow(this::noCredentials);
  }

  private CliException noCredentials() {
    return CliException.failed(
        "The demo's credentials are gone from %s. Delete the folder %s and repeat: the demo makes a new one."
            .formatted(folder.config(), folder.path()));
  }
}
