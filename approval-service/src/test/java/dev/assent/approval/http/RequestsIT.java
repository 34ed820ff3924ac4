package dev.assent.approval.http;

import static dev.assent.approval.http.Client.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.id.IntentId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LiveBackends.class)
class RequestsIT {

  @TestHTTPResource("/")
  URI base;

  @Inject World world;

  @Test
  void shouldSayWhatIsWrongWithARequest() {
    // given
    String unknown = "/v1/intents/" + UUID.randomUUID();
    IntentId intent = world.gate("wrong");
    Client person = world.person(base, "ada");

    // then
    assertThat(world.agent(base).postJson(unknown + "/cancel", "{}").statusCode()).isEqualTo(404);
    assertThat(world.agent(base).postJson("/v1/intents/42/cancel", "{}").statusCode())
        .isEqualTo(404);
    assertThat(
            person
                .postJson(
                    "/v1/approvals/" + UUID.randomUUID() + "/decision",
                    "{\"decision\":\"approve\"}")
                .statusCode())
        .isEqualTo(404);
    String path = "/v1/intents/" + intent;
    assertThat(person.postJson(path + "/resume", "[1]").statusCode()).isEqualTo(422);
    assertThat(person.postJson(path + "/resume", "{").statusCode()).isEqualTo(422);
    assertThat(
            person
                .postJson(path + "/resume", "{\"x\":" + "[".repeat(998) + "]".repeat(998) + "}")
                .statusCode())
        .isEqualTo(422);
    assertThat(
            person
                .postJson(
                    path + "/resume",
                    "{\"task_result\":{\"outcome\":\"approved\",\"x\":1e2147483647}}")
                .statusCode())
        .isEqualTo(422);
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
            .postJson(
                "/v1/sessions",
                "{\"person\":\"ada\",\"password\":\"" + world.password("ada") + "\"}");

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
}
