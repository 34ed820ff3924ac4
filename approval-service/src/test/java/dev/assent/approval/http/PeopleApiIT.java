package dev.assent.approval.http;

import static dev.assent.approval.http.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.approval.process.Intake;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.id.TaskId;
import dev.assent.contract.plan.Assignee;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LiveBackends.class)
class PeopleApiIT {

  @TestHTTPResource("/")
  URI base;

  @Inject World world;

  @Test
  void shouldDecideByTheOutcomeThatTheCommandLineSends() {
    // given
    IntentId intent = world.gate("by outcome");
    Client person = world.person(base, "ada");

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

  /** No sender chooses the id of an intent today; what a person approves must not hang on that. */
  @Test
  void shouldMeanTheTaskWhoseIdIsAlsoThatOfAnIntent() {
    // given
    IntentId meant = world.gate("the task that is meant");
    TaskId task = TaskId.ofGate(meant, Intake.GATE);
    world.gate(new IntentId(task.value()), "another task");

    // when
    var answer =
        world
            .person(base, "ada")
            .postJson("/v1/approvals/" + task + "/decision", "{\"decision\":\"approve\"}");

    // then
    assertThat(json(answer).at("/approval/intent_id").asText()).isEqualTo(meant.toString());
  }

  @Test
  void shouldTellTheLoserOfARaceWhoWonAndWhen() {
    // given
    IntentId intent = world.gate("race");
    world
        .person(base, "bo")
        .postJson(
            "/v1/approvals/" + intent + "/decision",
            "{\"decision\":\"reject\",\"comment\":\"not now\"}");

    // when
    var answer =
        world
            .person(base, "ada")
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
    IntentId intent = world.gate("twice");
    Client person = world.person(base, "ada").with("Idempotency-Key", "k-1");
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
    IntentId intent = world.gate("listed");

    // when
    JsonNode mine = json(world.person(base, "ada").get("/v1/me/tasks"));
    JsonNode sent = json(world.agent(base).get("/v1/me/tasks"));

    // then
    assertThat(task(mine, intent).at("/human_task/title").asText()).isEqualTo("listed");
    assertThat(task(mine, intent).path("status").asText()).isEqualTo("WAITING");
    assertThat(task(mine, intent).at("/human_task/allowed_outcomes/0").asText())
        .isEqualTo("approved");
    assertThat(task(sent, intent).path("from_agent").asText()).isEqualTo(Intake.SENDER);
  }

  @Test
  void shouldShowWhatADecisionIsAboutAndThatItIsMade() {
    // given
    IntentId intent = world.gate("shown");
    Client person = world.person(base, "ada");

    // when
    JsonNode open = json(person.get("/v1/me/tasks/" + intent)).path("task");
    var decided =
        person.postJson(
            "/v1/intents/" + intent + "/resume",
            "{\"task_result\":{\"outcome\":\"approved\"},\"task_id\":"
                + open.path("task_id")
                + ",\"shown_digest\":"
                + open.path("payload_digest")
                + "}");
    JsonNode closed =
        json(person.get("/v1/me/tasks/" + open.path("task_id").asText())).path("task");

    // then
    assertThat(open.path("status").asText()).isEqualTo("WAITING");
    assertThat(open.path("task_status").asText()).isEqualTo("open");
    assertThat(open.path("task_id").asText())
        .isEqualTo(TaskId.ofGate(intent, Intake.GATE).toString());
    assertThat(open.path("payload")).isNotEmpty();
    assertThat(open.at("/human_task/title").asText()).isEqualTo("shown");
    assertThat(open.path("pending_with")).isNotEmpty();
    assertThat(decided.statusCode()).isEqualTo(200);
    assertThat(closed.path("status").asText()).isEqualTo("COMPLETED");
    assertThat(closed.path("task_status").asText()).isEqualTo("decided");
    assertThat(closed.at("/closed/outcome").asText()).isEqualTo("approved");
    assertThat(closed.at("/closed/by/id").asText()).isEqualTo("ada");
  }

  @Test
  void shouldShowATaskToThoseItConcernsOnly() {
    // given
    IntentId intent = world.gate("for bo", null, Assignee.person("bo"));
    String path = "/v1/me/tasks/" + intent;

    // when
    var foreign = world.person(base, "ada").get(path);
    var sender = world.agent(base).get(path);
    var unknown = world.person(base, "ada").get("/v1/me/tasks/" + UUID.randomUUID());
    var noId = world.person(base, "ada").get("/v1/me/tasks/everything");

    // then
    assertThat(foreign.statusCode()).isEqualTo(403);
    assertThat(json(foreign).path("code").asText()).isEqualTo("not_an_approver");
    assertThat(json(foreign).path("detail").asText()).contains("bo", "ada");
    assertThat(foreign.body()).doesNotContain("for bo");
    assertThat(json(sender).at("/task/intent_id").asText()).isEqualTo(intent.toString());
    assertThat(unknown.statusCode()).isEqualTo(404);
    assertThat(noId.statusCode()).isEqualTo(404);
  }

  @Test
  void shouldKeepATaskOpenWhoseFormIsNotFilledIn() {
    // given
    IntentId intent =
        world.gate(
            "form",
            "{\"type\":\"object\",\"required\":[\"count\",\"approved\"],\"properties\":{"
                + "\"count\":{\"type\":\"integer\"},\"approved\":{\"type\":\"boolean\"}}}");
    Client person = world.person(base, "ada");
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

  private static JsonNode task(JsonNode body, IntentId intent) {
    for (JsonNode task : body.path("tasks")) {
      if (task.path("intent_id").asText().equals(intent.toString())) {
        return task;
      }
    }
    throw new AssertionError("no task of " + intent + " in " + body);
  }
}
