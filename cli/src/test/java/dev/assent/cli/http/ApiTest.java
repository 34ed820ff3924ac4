package dev.assent.cli.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assent.cli.CliException;
import dev.assent.cli.ExitCode;
import dev.assent.cli.FakeServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ApiTest {
  private final FakeServer server = new FakeServer();
  private final Api api = new Api(server.url(), new Credential("assent_1_x", "somebody"));

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldSayWhoCallsAndWithWhat() {
    // given
    server.on("GET /v1/intents", 200, "{\"ok\":true}");

    // when
    api.get("/v1/intents");

    // then
    FakeServer.Request request = server.requests("GET /v1/intents").getFirst();
    assertThat(request.header("Authorization")).isEqualTo("Bearer assent_1_x");
    assertThat(request.header("X-Axme-Client")).startsWith("assent-cli/");
  }

  @Test
  void shouldRepeatWithTheSameKeyWhileTheServerSaysThatItMay() {
    // given
    String notYet = "{\"detail\":\"Not yet.\",\"retryable\":true}";
    server
        .on("POST /v1/intents", 503, notYet)
        .on("POST /v1/intents", 503, notYet)
        .on("POST /v1/intents", 200, "{\"ok\":true,\"intent_id\":\"1\"}");

    // when
    String id =
        api.post("/v1/intents", JsonNodeFactory.instance.objectNode(), null)
            .path("intent_id")
            .asText();

    // then
    List<String> keys =
        server.requests("POST /v1/intents").stream()
            .map(request -> request.header("Idempotency-Key"))
            .toList();
    assertThat(id).isEqualTo("1");
    assertThat(keys).hasSize(3).doesNotContain("").containsOnly(keys.getFirst());
  }

  @Test
  void shouldNotRepeatWhatWasRefused() {
    // given
    server.on("POST /v1/intents", 503, "{\"detail\":\"Quarantined.\",\"retryable\":false}");

    // when // then
    assertThatThrownBy(() -> api.post("/v1/intents", JsonNodeFactory.instance.objectNode(), null))
        .hasMessage("Quarantined.");
    assertThat(server.requests("POST /v1/intents")).hasSize(1);
  }

  @Test
  void shouldSayHowToStartWhatDoesNotRun() {
    // given
    server.close();

    // when // then
    assertThatThrownBy(() -> api.get("/v1/intents"))
        .hasMessage("Assent does not run at " + server.url() + ". Start it with: assent up")
        .extracting(e -> ((CliException) e).exitCode())
        .isEqualTo(ExitCode.NOT_RUNNING);
  }

  @Test
  void shouldWonderAboutAServerThatSpeaksNoJson() {
    // given
    server.on("GET /v1/intents", 200, "<html>hello");

    // when // then
    assertThatThrownBy(() -> api.get("/v1/intents"))
        .hasMessageContaining("Expected JSON from " + server.url());
  }

  @Test
  void shouldNotShowTheSecretOfACredential() {
    // given // when // then
    assertThat(new Credential("secret", "ada")).asString().doesNotContain("secret");
  }
}
