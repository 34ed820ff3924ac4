package dev.assent.approval.http;

import static dev.assent.approval.http.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.approval.process.Intake;
import dev.assent.approval.query.IntentView;
import dev.assent.approval.query.Tasks;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.plan.Assignee;
import dev.assent.eventlog.append.Append;
import dev.assent.eventlog.append.LogEdge;
import dev.assent.eventlog.kafka.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LiveBackends.class)
class ApprovalHttpIT {

  @TestHTTPResource("/")
  URI base;

  @ConfigProperty(name = "probe.api-key")
  String apiKey;

  @ConfigProperty(name = "probe.ada")
  String ada;

  @ConfigProperty(name = "probe.bo")
  String bo;

  @Inject LogEdge log;
  @Inject Topics topics;
  @Inject Tasks tasks;

  @Test
  void shouldDecideByTheOutcomeThatTheCommandLineSends() {
    // given
    IntentId intent = gate("by outcome", null);
    Client person = person("ada", ada);

    // when
    var answer =
        person.postJson(
            "/v1/intents/" + intent + "/resume",
            "{\"task_result\":{\"outcome\":\"approved\",\"comment\":\"go\"}}");

    // then
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode body = json(answer);
    assertThat(body.path("ok").asBoolean()).isTrue();
    assertThat(body.path("applied").asBoolean()).isTrue();
    assertThat(body.at("/intent/status").asText()).isEqualTo("COMPLETED");
    assertThat(body.at("/intent/lifecycle_status").asText()).isEqualTo("COMPLETED");
    assertThat(body.at("/intent/intent_type").asText()).isEqualTo("test.approval.v1");
    assertThat(body.at("/intent/decision/by/id").asText()).isEqualTo("ada");
    assertThat(body.at("/event/event_type").asText()).isEqualTo("intent.completed");
    assertThat(body.at("/completion_delivery/thread_id").asText()).isEqualTo(intent.toString());
  }

  @Test
  void shouldTellTheLoserOfARaceWhoWonAndWhen() {
    // given
    IntentId intent = gate("race", null);
    person("bo", bo)
        .postJson(
            "/v1/approvals/" + intent + "/decision",
            "{\"decision\":\"reject\",\"comment\":\"not now\"}");

    // when
    var answer =
        person("ada", ada)
            .postJson("/v1/approvals/" + intent + "/decision", "{\"decision\":\"approve\"}");

    // then
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    JsonNode body = json(answer);
    assertThat(body.path("code").asText()).isEqualTo("already_decided");
    assertThat(body.path("detail").asText()).contains("bo", "rejected");
    assertThat(body.at("/error/details/winner/outcome").asText()).isEqualTo("rejected");
    assertThat(body.at("/error/details/winner/by/id").asText()).isEqualTo("bo");
    assertThat(body.at("/error/details/winner/at").asText()).endsWith("Z");
  }

  @Test
  void shouldAnswerTheSameKeyWithTheSameAnswer() {
    // given
    IntentId intent = gate("twice", null);
    Client person = person("ada", ada).with("Idempotency-Key", "k-1");
    String body = "{\"decision\":\"approve\",\"comment\":\"fine\"}";
    var first = person.postJson("/v1/approvals/" + intent + "/decision", body);

    // when
    var second = person.postJson("/v1/approvals/" + intent + "/decision", body);
    var other =
        person.postJson("/v1/approvals/" + intent + "/decision", "{\"decision\":\"reject\"}");

    // then
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(json(second)).isEqualTo(json(first));
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(json(other).path("detail").asText())
        .contains("idempotency key reused with different payload");
  }

  @Test
  void shouldListTheOpenTasksOfThePersonAndOfTheSender() {
    // given
    IntentId intent = gate("listed", null);

    // when
    JsonNode mine = json(person("ada", ada).get("/v1/me/tasks"));
    JsonNode sent = json(agent().get("/v1/me/tasks"));

    // then
    assertThat(task(mine, intent).at("/human_task/title").asText()).isEqualTo("listed");
    assertThat(task(mine, intent).path("status").asText()).isEqualTo("WAITING");
    assertThat(task(mine, intent).at("/human_task/allowed_outcomes/0").asText())
        .isEqualTo("approved");
    assertThat(task(sent, intent).path("from_agent").asText()).isEqualTo(Intake.SENDER);
  }

  @Test
  void shouldKeepATaskOpenWhoseFormIsNotFilledIn() {
    // given
    IntentId intent =
        gate(
            "form",
            "{\"type\":\"object\",\"required\":[\"count\",\"approved\"],\"properties\":{"
                + "\"count\":{\"type\":\"integer\"},\"approved\":{\"type\":\"boolean\"}}}");
    Client person = person("ada", ada);
    String path = "/v1/intents/" + intent + "/resume";

    // when
    var bad = person.postJson(path, "{\"task_result\":{\"outcome\":\"approved\"}}");
    var good =
        person.postJson(path, "{\"task_result\":{\"outcome\":\"approved\",\"count\":\"42\"}}");

    // then
    assertThat(bad.statusCode()).isEqualTo(422);
    assertThat(json(bad).at("/error/details/errors/0").asText()).contains("count");
    assertThat(good.statusCode()).isEqualTo(200);
    assertThat(json(good).at("/intent/result/data/count").isInt()).isTrue();
  }

  @Test
  void shouldNotLetAnAgentPassAGateByAnyStyle() {
    // given
    IntentId intent = gate("gate", null);
    String path = "/v1/intents/" + intent;

    // when
    var outcome = agent().postJson(path + "/resume", "{\"task_result\":{\"outcome\":\"approved\"}}");
    var step = agent().postJson(path + "/resume", "{\"approve_current_step\":true}");
    var result = agent().postJson(path + "/resume", "{\"action\":\"complete\",\"x\":1}");
    var resolve = agent().postJson(path + "/resolve", "{\"status\":\"COMPLETED\",\"result\":{}}");
    var runner = agent().postJson(path + "/resume", "{\"outcome\":\"approved\"}");

    // then
    assertThat(List.of(outcome, step, result, resolve, runner))
        .extracting(HttpResponse::statusCode)
        .containsExactly(403, 409, 409, 409, 403);
    assertThat(json(person("ada", ada).get("/v1/me/tasks")).toString()).contains(intent.toString());
  }

  @Test
  void shouldTakeAnAgentsResultAndProgress() {
    // given
    IntentId intent = errand();

    // when
    var progress =
        agent()
            .postJson(
                "/v1/intents/" + intent + "/resume?owner_agent=migrator",
                "{\"approve_current_step\":true,\"reason\":\"running\"}");
    var result =
        agent()
            .postJson(
                "/v1/intents/" + intent + "/resume", "{\"action\":\"complete\",\"rows\":12}");

    // then
    assertThat(progress.statusCode()).isEqualTo(200);
    assertThat(json(progress).at("/intent/status").asText()).isEqualTo("IN_PROGRESS");
    assertThat(result.statusCode()).isEqualTo(200);
    assertThat(json(result).at("/intent/status").asText()).isEqualTo("COMPLETED");
    assertThat(json(result).at("/intent/result/rows").asInt()).isEqualTo(12);
  }

  @Test
  void shouldResolveCancelAndRefuseWhatComesAfter() {
    // given
    IntentId resolved = errand();
    IntentId canceled = errand();

    // when
    var done =
        agent()
            .postJson(
                "/v1/intents/" + resolved + "/resolve",
                "{\"status\":\"COMPLETED\",\"result\":{\"ok\":true}}");
    var again = agent().postJson("/v1/intents/" + resolved + "/resolve", "{\"status\":\"CANCELED\"}");
    var gone = agent().postJson("/v1/intents/" + canceled + "/cancel", "");
    var stale =
        agent()
            .postJson(
                "/v1/intents/" + canceled + "/resolve",
                "{\"status\":\"FAILED\",\"expected_policy_generation\":3}");

    // then
    assertThat(json(done).at("/event/event_type").asText()).isEqualTo("intent.completed");
    assertThat(json(done).at("/completion_delivery/reply_to").asText())
        .isEqualTo("agent://demo/prod/reporter");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(json(gone).at("/intent/status").asText()).isEqualTo("CANCELED");
    assertThat(json(stale).path("reason").asText()).isEqualTo("stale_policy_generation");
  }

  @Test
  void shouldSayWhatIsWrongWithARequest() {
    // given
    String unknown = "/v1/intents/" + UUID.randomUUID();
    IntentId intent = gate("wrong", null);
    Client person = person("ada", ada);

    // then
    assertThat(agent().postJson(unknown + "/cancel", "{}").statusCode()).isEqualTo(404);
    assertThat(agent().postJson("/v1/intents/42/cancel", "{}").statusCode()).isEqualTo(404);
    assertThat(
            person
                .postJson("/v1/approvals/" + UUID.randomUUID() + "/decision", "{\"decision\":\"approve\"}")
                .statusCode())
        .isEqualTo(404);
    String path = "/v1/intents/" + intent;
    assertThat(person.postJson(path + "/resume", "[1]").statusCode()).isEqualTo(422);
    assertThat(person.postJson(path + "/resume", "{").statusCode()).isEqualTo(422);
    assertThat(person.postJson(path + "/resume", "{\"task_result\":{}}").statusCode())
        .isEqualTo(422);
    assertThat(person.postJson(path + "/resolve", "{\"status\":\"DONE\"}").statusCode())
        .isEqualTo(422);
    assertThat(
            person
                .postJson(path + "/resume", "{\"task_result\":{\"outcome\":\"maybe\"}}")
                .statusCode())
        .isEqualTo(422);
    assertThat(new Client(base).postJson(path + "/cancel", "{}").statusCode()).isEqualTo(401);
  }

  @Test
  void shouldOpenASessionForTheCommandLine() {
    // when
    var wrong =
        new Client(base).postJson("/v1/sessions", "{\"person\":\"ada\",\"password\":\"no\"}");
    var right =
        new Client(base)
            .postJson("/v1/sessions", "{\"person\":\"ada\",\"password\":\"" + ada + "\"}");

    // then
    assertThat(wrong.statusCode()).isEqualTo(401);
    assertThat(json(wrong).path("code").asText()).isEqualTo("wrong_credentials");
    assertThat(json(right).at("/person/id").asText()).isEqualTo("ada");
    assertThat(json(right).path("token").asText()).isNotEmpty();
  }

  @Test
  void shouldBeReadyWhileTheLoopsWork() {
    // when
    var ready = new Client(base).get("/q/health/ready");

    // then
    assertThat(ready.body()).contains("approval loops").contains("UP");
  }

  private Client person(String id, String password) {
    var session =
        new Client(base)
            .postJson(
                "/v1/sessions",
                "{\"person\":\"" + id + "\",\"password\":\"" + password + "\"}");
    return new Client(base)
        .with("Authorization", "Bearer " + json(session).path("token").asText());
  }

  private Client agent() {
    return new Client(base).with("x-api-key", apiKey);
  }

  private static JsonNode task(JsonNode body, IntentId intent) {
    for (JsonNode task : body.path("tasks")) {
      if (task.path("intent_id").asText().equals(intent.toString())) {
        return task;
      }
    }
    throw new AssertionError("no task of " + intent + " in " + body);
  }

  private IntentId gate(String title, String form) {
    JsonNode schema =
        form == null ? null : ContractJson.read(form.getBytes(StandardCharsets.UTF_8), JsonNode.class);
    IntentId intent = new IntentId(UUID.randomUUID());
    return submitted(
        intent,
        Intake.submission(
            topics,
            intent,
            Intake.task(title, schema),
            List.of(Assignee.person("ada"), Assignee.person("bo"))));
  }

  private IntentId errand() {
    IntentId intent = new IntentId(UUID.randomUUID());
    return submitted(intent, Intake.errand(topics, intent, Intake.SENDER));
  }

  private IntentId submitted(IntentId intent, List<Append> facts) {
    log.appendAll(facts).join();
    long end = System.nanoTime() + 20_000_000_000L;
    while (tasks.intent(intent).map(IntentView::sequence).orElse(0L) < 3) {
      if (System.nanoTime() > end) {
        throw new AssertionError("the intent did not begin");
      }
      Thread.onSpinWait();
    }
    return intent;
  }
}
