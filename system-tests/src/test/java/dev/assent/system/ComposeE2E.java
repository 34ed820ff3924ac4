package dev.assent.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The containers of {@code deploy/compose} play the worked case, stop, go on, and multiply. */
@EnabledIfSystemProperty(
    named = "assent.compose",
    matches = "true",
    disabledReason = "it needs Docker and builds an image: -Dassent.compose=true")
class ComposeE2E {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir static Path folder;
  private static ComposeInstallation assent;

  @BeforeAll
  static void start() {
    assent = ComposeInstallation.start(folder);
  }

  @AfterAll
  static void stop() {
    if (assent != null) {
      assent.close();
    }
  }

  @Test
  void shouldPlayTheWorkedCase() {
    // given
    Api agent = assent.agent();
    String id = agent.post("/v1/intents", Cases.addIndex()).intentId();
    agent.awaitStatus(id, "WAITING", PATIENCE);
    Eventually.is(PATIENCE, () -> agent.eventTypes(id).contains("intent.escalated"));

    // when
    Api.Answer decision = approve(assent.person("bo"), id);

    // then
    assertThat(decision.status()).isEqualTo(200);
    JsonNode intent = agent.awaitStatus(id, "COMPLETED", PATIENCE);
    assertThat(intent.path("result").path("decided_by").asText()).isEqualTo("bo");
    assertThat(agent.eventTypes(id))
        .containsSubsequence("intent.reminder", "intent.escalated", "intent.decision_recorded")
        .contains("intent.completed");
    JsonNode completion =
        Eventually.get(PATIENCE, () -> new StockTools(assent.kafka()).completionOf(id));
    assertThat(completion.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(completion.at("/decision/by/id").asText()).isEqualTo("bo");
    assertThat(assent.log("notifier")).contains(id);
  }

  /** As the README writes it. */
  @Test
  void shouldDecideOnTheCommandLine() {
    // given
    String id = waiting();

    // when
    String shown = assent.assentAs("ada", "tasks", "get", id);
    String said = assent.assentAs("ada", "tasks", "approve", id, "--comment", "go");

    // then
    assertThat(shown).contains("WAITING", "approved, rejected", "payload");
    assertThat(said).contains("approved: ", "The intent is COMPLETED");
    JsonNode intent = assent.agent().awaitStatus(id, "COMPLETED", PATIENCE);
    assertThat(intent.path("result").path("decided_by").asText()).isEqualTo("ada");
  }

  @Test
  void shouldGoOnAfterItsContainersWereReplaced() {
    // given
    String id = waiting();

    // when
    assent.down();
    assent.up();

    // then
    assertThat(approve(assent.person("ada"), id).status()).isEqualTo(200);
    assent.agent().awaitStatus(id, "COMPLETED", PATIENCE);
  }

  /** Each asked by itself, by commands that know the people's door alone; then by the gateway. */
  @Test
  void shouldDecideAtWhicheverOfTwoInstances() {
    // given
    assent.upWithApprovals(2);
    List<String> ids = Stream.generate(ComposeE2E::waiting).limit(4).toList();

    // when
    for (int instance = 1; instance <= 2; instance++) {
      String door = assent.approval(instance);
      assent.assentAs("ada", "tasks", "approve", ids.get(instance - 1), "--url", door);
    }
    List<Integer> answers =
        ids.subList(2, 4).stream().map(id -> approve(assent.person("ada"), id).status()).toList();
    ids.forEach(id -> assent.agent().awaitStatus(id, "COMPLETED", PATIENCE));
    assent.upWithApprovals(1);

    // then
    assertThat(answers).containsExactly(200, 200);
    assertThat(approve(assent.person("ada"), waiting()).status()).isEqualTo(200);
  }

  /** An agent knows one address: there it submits, follows and answers. */
  @Test
  void shouldLetAnAgentFollowAndAnswerAtOneAddress() {
    // given
    Api agent = assent.agent();
    String id = agent.post("/v1/intents", Cases.errand()).intentId();

    try (Listener stream = Listener.to(agent, "/v1/intents/" + id + "/events/stream")) {
      Eventually.is(PATIENCE, () -> stream.events().contains("intent.submitted"));

      // when
      Api.Answer answer =
          agent.post("/v1/intents/" + id + "/resume", Map.of("action", "complete", "rows", 12));

      // then
      assertThat(answer.status()).isEqualTo(200);
      Eventually.is(PATIENCE, () -> stream.events().contains("intent.completed"));
    }
  }

  @Test
  void shouldShowATaskWithItsTimelineAndKeepOperatorsPathsInside() {
    // given
    String id = waiting();
    Api ada = assent.person("ada");

    // when // then
    assertThat(ada.text("/intents/" + id + "/timeline"))
        .contains("<ol class=\"timeline\">", "datetime=");
    assertThat(ada.text("/q/metrics")).isEmpty();
    assertThat(new Api(ada.url(), "").text("/sign-in")).contains("<form");
  }

  @Test
  void shouldSayInItsOwnWordsThatAServiceIsAway() {
    // given
    assent.stop("intake");

    // when
    Api.Answer answer = assent.agent().get("/v1/intents");
    assent.up();

    // then
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.body().path("code").asText()).isEqualTo("temporarily_unavailable");
    assertThat(answer.body().at("/error/code").asText()).isEqualTo("temporarily_unavailable");
    assertThat(answer.body().path("retryable").asBoolean()).isTrue();
    assertThat(assent.agent().get("/v1/intents").status()).isEqualTo(200);
  }

  @Test
  void shouldPassItsAudit() {
    // when
    String report =
        assent.assent(
            "audit",
            "verify",
            "--data",
            "/var/lib/assent",
            "--bootstrap-server",
            "kafka:9092",
            "--database",
            "jdbc:postgresql://postgres:5432/assent",
            "--database-user",
            "assent");

    // then
    assertThat(report).contains("The log and the views are in order.");
  }

  /** A new intent that waits for ada. */
  private static String waiting() {
    Api agent = assent.agent();
    String id = new Patience().ask(() -> agent.post("/v1/intents", Cases.quiet())).intentId();
    agent.awaitStatus(id, "WAITING", PATIENCE);
    return id;
  }

  private static Api.Answer approve(Api person, String id) {
    return new Patience()
        .ask(() -> person.post("/v1/approvals/" + id + "/decision", Map.of("decision", "approve")));
  }
}
