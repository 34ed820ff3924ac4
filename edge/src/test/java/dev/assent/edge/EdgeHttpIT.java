package dev.assent.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.Socket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(DemoFolder.class)
class EdgeHttpIT extends EdgeDoors {

  @Inject MeterRegistry metrics;

  @ParameterizedTest
  @ValueSource(strings = {"/v1/probe/me", "/v1/probe/stage"})
  void shouldKnowTheAgentByItsKeyInEitherHeader(String path) throws Exception {
    // when
    var byHeader = send(get(path).header("x-api-key", apiKey));
    var byBearer = send(get(path).header("Authorization", "Bearer x, Bearer " + apiKey));

    // then
    assertThat(byHeader.body()).isEqualTo("agent://demo/prod/migrator");
    assertThat(byBearer.body()).isEqualTo("agent://demo/prod/migrator");
  }

  @Test
  void shouldKnowTheCallerOnAVirtualThread() throws Exception {
    // when
    var response = send(get("/v1/probe/virtual").header("x-api-key", apiKey));

    // then
    assertThat(response.body()).isEqualTo("agent://demo/prod/migrator virtual");
  }

  @Test
  void shouldKnowThePersonByTheirSession() throws Exception {
    // when
    var response = send(get("/v1/probe/me").header("Authorization", "Bearer " + session()));

    // then
    assertThat(response.body()).isEqualTo("ada");
  }

  @Test
  void shouldRefuseTheApiWithoutCredentials() throws Exception {
    // when
    var response = send(get("/v1/probe/me"));

    // then
    assertThat(response.statusCode()).isEqualTo(401);
    assertThat(json(response).path("error").path("code").textValue())
        .isEqualTo("missing_platform_api_key");
    assertThat(json(response).path("error").path("details").path("header").textValue())
        .isEqualTo("x-api-key");
    assertThat(response.headers().firstValue("WWW-Authenticate")).isPresent();
  }

  @Test
  void shouldRefuseAWrongKeyAndAWrongSession() throws Exception {
    // when
    var key = send(get("/v1/probe/me").header("x-api-key", apiKey + "0"));
    var session = send(get("/v1/probe/me").header("Authorization", "Bearer as1.x.y"));

    // then
    assertThat(json(key).path("code").textValue()).isEqualTo("invalid_platform_api_key");
    assertThat(json(session).path("code").textValue()).isEqualTo("invalid_actor_token");
    assertThat(key.body()).doesNotContain(apiKey);
  }

  @Test
  void shouldLetAnybodyIntoWhatIsOpen() throws Exception {
    // when
    var nobody = send(get("/v1/probe/open"));
    var wrong = send(get("/v1/probe/open").header("x-api-key", "assent_no_no"));
    var agent = send(get("/v1/probe/open").header("x-api-key", apiKey));

    // then
    assertThat(nobody.body()).isEqualTo("nobody hello");
    assertThat(wrong.body()).isEqualTo("nobody hello");
    assertThat(agent.body()).isEqualTo("agent://demo/prod/migrator hello");
  }

  @Test
  void shouldTellAPersonThatOnlyAgentsMay() throws Exception {
    // when
    var response =
        send(get("/v1/probe/agents-only").header("Authorization", "Bearer " + session()));

    // then
    assertThat(response.statusCode()).isEqualTo(403);
    assertThat(json(response).path("code").textValue()).isEqualTo("invalid_actor_scope");
  }

  @Test
  void shouldForgetAStreamWhoseListenerLeft() throws Exception {
    // given
    try (Socket listener = new Socket(base.getHost(), base.getPort())) {
      listener
          .getOutputStream()
          .write(
              ("GET /v1/probe/stream HTTP/1.1\r\nHost: a\r\nx-api-key: " + apiKey + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      assertThat(new String(listener.getInputStream().readNBytes(15), StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 200 OK");
      assertThat(openStreams()).isOne();
    }

    // when it has left, then
    Waiting.until(() -> openStreams() == 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/health", "/v1/health"})
  void shouldAnswerThatItIsThere(String path) throws Exception {
    // when
    var response = send(get(path));

    // then
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(json(response).path("ok").booleanValue()).isTrue();
    assertThat(json(response).path("services")).hasSize(4);
  }

  @Test
  void shouldSendStrictHeadersAndEchoIds() throws Exception {
    // when
    var response = send(get("/health").header("X-Trace-Id", "t-1").header("x-request-id", "r-1"));

    // then
    var headers = response.headers();
    assertThat(headers.firstValue("Content-Security-Policy").orElseThrow())
        .startsWith("default-src 'self';")
        .contains("frame-ancestors 'none'");
    assertThat(headers.firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Cache-Control")).contains("no-store");
    assertThat(headers.firstValue("X-Trace-Id")).contains("t-1");
    assertThat(headers.firstValue("x-request-id")).contains("r-1");
  }

  @Test
  void shouldMintARequestIdInsteadOfEchoingAnything() throws Exception {
    // when
    var response = send(get("/health").header("x-request-id", "<script>"));

    // then
    assertThat(response.headers().firstValue("x-request-id").orElseThrow()).hasSize(36);
    assertThat(response.headers().firstValue("x-trace-id")).isEmpty();
  }

  @Test
  void shouldGuardAssetsTooButLetThemBeCached() throws Exception {
    // when
    var response = send(get("/assets/probe.css"));

    // then
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Security-Policy")).isPresent();
    assertThat(response.headers().firstValue("Cache-Control").orElse(""))
        .doesNotContain("no-store");
  }

  @Test
  void shouldLeaveAPolicyThatAResourceSet() throws Exception {
    // when
    var response = send(get("/own-policy"));

    // then
    assertThat(response.headers().allValues("Content-Security-Policy"))
        .containsExactly("default-src 'none'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/nothing",
        "/v1/probe/nothing",
        "/nothing/at/all",
        "/assets/nothing.css",
        "/v1/probe/me/x"
      })
  void shouldAnswerProblemsForWhatIsNotThere(String path) throws Exception {
    // when
    var response = send(get(path).header("x-api-key", apiKey));

    // then
    assertProblem(response, 404, "not_found");
  }

  @Test
  void shouldNameTheMethodsThereAre() throws Exception {
    // when
    var response = send(request("/v1/probe/me").header("x-api-key", apiKey).DELETE());

    // then
    assertProblem(response, 405, "method_not_allowed");
  }

  @Test
  void shouldSayWhereJsonBreaks() throws Exception {
    // when
    var broken = send(post("/v1/probe/json", "{\"count\":\n hunter2}"));
    var shape = send(post("/v1/probe/json", "{\"count\":\"hunter2\"}"));
    var wrongType =
        send(
            request("/v1/probe/json")
                .header("x-api-key", apiKey)
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString("a")));

    // then
    assertProblem(broken, 400, "malformed");
    assertThat(broken.body()).contains("line 2").doesNotContain("hunter2");
    assertProblem(shape, 422, "malformed");
    assertThat(shape.body()).contains("line 1").doesNotContain("hunter2");
    assertProblem(wrongType, 415, "unsupported_media_type");
  }

  @Test
  void shouldAskToRepeatWhatTheLogDidNotAnswer() throws Exception {
    // when
    var response = send(get("/v1/probe/late").header("x-api-key", apiKey));

    // then
    assertProblem(response, 503, "answer_timeout");
    assertThat(response.headers().firstValue("Retry-After")).contains("1");
  }

  @Test
  void shouldAnswerRefusalsOfALaterStage() throws Exception {
    // when
    var response = send(get("/v1/probe/refused").header("x-api-key", apiKey));

    // then
    assertProblem(response, 409, "already_ended");
  }

  @Test
  void shouldGiveABugANumberAndNothingElse() throws Exception {
    // when
    var response = send(get("/v1/probe/bug").header("x-api-key", apiKey));

    // then
    assertProblem(response, 500, "internal_error");
    assertThat(response.body()).containsPattern("incident [0-9a-f]{16}").doesNotContain("hunter2");
    assertThat(response.body()).doesNotContain("Exception", "\tat ");
  }

  @Test
  void shouldTakeABodyOfTheLargestSize() throws Exception {
    // when
    var response = send(post("/v1/intents", "x".repeat(BodyLimit.INTENT)));

    // then
    assertThat(response.body()).isEqualTo("131072");
  }

  @Test
  void shouldRefuseLargerBodiesWithAProblem() throws Exception {
    // when
    var declared = send(post("/v1/intents", "x".repeat(BodyLimit.INTENT + 1)));
    var chunked = send(chunked("/v1/intents", BodyLimit.INTENT + 1));
    var elsewhere = send(post("/v1/probe/json", "x".repeat(2 * 1024 * 1024)));

    // then
    assertProblem(declared, 413, "too_large");
    assertProblem(chunked, 413, "too_large");
    assertProblem(elsewhere, 413, "too_large");
  }

  @Test
  void shouldRefuseAnEndlessBodyWithoutLength() throws Exception {
    // when
    var response =
        send(chunked("/v1/intents", 3 * 1024 * 1024).version(HttpClient.Version.HTTP_1_1));

    // then
    assertThat(response.statusCode()).isEqualTo(413);
  }

  private double openStreams() {
    return metrics.get("assent.http.streams").gauge().value();
  }
}
