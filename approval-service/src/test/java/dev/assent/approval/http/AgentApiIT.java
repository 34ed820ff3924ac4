package dev.assent.approval.http;

import static dev.assent.approval.http.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.approval.process.Intake;
import dev.assent.contract.id.IntentId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LiveBackends.class)
class AgentApiIT {

  @TestHTTPResource("/")
  URI base;

  @Inject World world;

  @Test
  void shouldNotLetAnAgentPassAGateByAnyStyle() {
    // given
    IntentId intent = world.gate("gate");
    String path = "/v1/intents/" + intent;

    // when
    var outcome =
        world
            .agent(base)
            .postJson(path + "/resume", "{\"task_result\":{\"outcome\":\"approved\"}}");
    var step = world.agent(base).postJson(path + "/resume", "{\"approve_current_step\":true}");
    var result = world.agent(base).postJson(path + "/resume", "{\"action\":\"complete\",\"x\":1}");
    var resolve =
        world.agent(base).postJson(path + "/resolve", "{\"status\":\"COMPLETED\",\"result\":{}}");
    var runner = world.agent(base).postJson(path + "/resume", "{\"outcome\":\"approved\"}");

    // then
    assertThat(List.of(outcome, step, result, resolve, runner))
        .extracting(HttpResponse::statusCode)
        .containsExactly(403, 409, 409, 409, 403);
    assertThat(json(world.person(base, "ada").get("/v1/me/tasks")).toString())
        .contains(intent.toString());
  }

  @Test
  void shouldTakeAnAgentsResultAndProgress() {
    // given
    IntentId intent = world.errand();

    // when
    var progress =
        world
            .agent(base)
            .postJson(
                "/v1/intents/" + intent + "/resume?owner_agent=migrator",
                "{\"approve_current_step\":true,\"reason\":\"running\"}");
    var result =
        world
            .agent(base)
            .postJson("/v1/intents/" + intent + "/resume", "{\"action\":\"complete\",\"rows\":12}");

    // then
    assertThat(progress.statusCode()).isEqualTo(200);
    assertThat(json(progress).at("/intent/status").asText()).isEqualTo("IN_PROGRESS");
    assertThat(json(progress).at("/event/pending_with/ref").asText()).isEqualTo(Intake.SENDER);
    assertThat(json(progress).at("/event/handler").asText()).isEqualTo(Intake.SENDER);
    assertThat(result.statusCode()).isEqualTo(200);
    assertThat(json(result).at("/intent/status").asText()).isEqualTo("COMPLETED");
    assertThat(json(result).at("/event/details/result/rows").asInt()).isEqualTo(12);
    assertThat(json(result).at("/intent/result/rows").asInt()).isEqualTo(12);
  }

  @Test
  void shouldResolveCancelAndRefuseWhatComesAfter() {
    // given
    IntentId resolved = world.errand();
    IntentId canceled = world.errand();

    // when
    var done =
        world
            .agent(base)
            .postJson(
                "/v1/intents/" + resolved + "/resolve",
                "{\"status\":\"COMPLETED\",\"result\":{\"ok\":true}}");
    var again =
        world
            .agent(base)
            .postJson("/v1/intents/" + resolved + "/resolve", "{\"status\":\"CANCELED\"}");
    var gone = world.agent(base).postJson("/v1/intents/" + canceled + "/cancel", "");
    var stale =
        world
            .agent(base)
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
  void shouldRefuseAKeyThatCameBeforeWithAnotherBody() {
    // given
    IntentId intent = world.errand();
    Client agent = world.agent(base).with("Idempotency-Key", "k-1");
    String resolve = "/v1/intents/" + intent + "/resolve";
    String done = "{\"status\":\"COMPLETED\",\"result\":{\"rows\":12}}";
    assertThat(agent.postJson(resolve, done).statusCode()).isEqualTo(200);

    // when
    var same = agent.postJson(resolve, "{ \"result\": {\"rows\": 12}, \"status\": \"COMPLETED\" }");
    var other = agent.postJson(resolve, "{\"status\":\"FAILED\",\"reason\":\"disk full\"}");
    var elsewhere = agent.postJson("/v1/intents/" + intent + "/cancel", "{}");

    // then
    assertThat(same.statusCode()).isEqualTo(200);
    assertThat(json(same).at("/intent/status").asText()).isEqualTo("COMPLETED");
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(json(other).path("code").asText()).isEqualTo("idempotency_key_reused");
    assertThat(json(other).path("detail").asText())
        .contains("idempotency key reused with different payload");
    assertThat(json(elsewhere).path("code").asText()).isEqualTo("already_ended");
  }

  @Test
  void shouldTakeAResultForTheDeliveryThatItNamesOnly() {
    // given
    IntentId intent = world.errand();
    String resume = "/v1/intents/" + intent + "/resume";

    // when
    var late =
        world
            .agent(base)
            .postJson(resume, "{\"step_id\":\"work\",\"delivery_attempt\":\"2\",\"rows\":1}");
    var right =
        world
            .agent(base)
            .postJson(resume, "{\"step_id\":\"work\",\"delivery_attempt\":1,\"rows\":2}");

    // then
    assertThat(late.statusCode()).isEqualTo(409);
    assertThat(json(late).path("code").asText()).isEqualTo("not_waiting_for_agent");
    assertThat(json(right).at("/intent/result").toString()).isEqualTo("{\"rows\":2}");
  }
}
