package dev.assent.edge;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.access.Authenticator;
import dev.assent.access.Directory;
import dev.assent.contract.json.ContractJson;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(DemoFolder.class)
class EdgeHttpIT {

  @TestHTTPResource("/")
  URI base;

  @ConfigProperty(name = "probe.api-key")
  String apiKey;

  @ConfigProperty(name = "probe.password")
  String password;

  @Inject Authenticator authenticator;
  @Inject Directory directory;

  private final HttpClient client = HttpClient.newHttpClient();

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

  @Test
  void shouldSendBrowsersToSignInAndBack() throws Exception {
    // when
    var browser = send(get("/page?tab=1").header("Accept", "text/html,*/*"));
    var script = send(get("/page").header("Accept", "text/html").header("HX-Request", "true"));

    // then
    assertThat(browser.statusCode()).isEqualTo(303);
    assertThat(browser.headers().firstValue("Location").orElseThrow())
        .endsWith("/sign-in?next=%2Fpage%3Ftab%3D1");
    assertThat(script.headers().firstValue("HX-Redirect")).contains("/sign-in");
  }

  @Test
  void shouldTakeAFormOfTheSameSessionOnly() throws Exception {
    // given
    String mine = session();
    String token = page(mine).split(" ")[1];

    // when
    var right = send(form("/page", mine, "csrf=" + token));
    var missing = send(form("/page", mine, "x=y"));
    var other = send(form("/page", session(), "csrf=" + token));
    var foreign = send(form("/page", mine, "csrf=" + token).header("Sec-Fetch-Site", "same-site"));

    // then
    assertThat(right.body()).isEqualTo("done");
    assertProblem(missing, 403, "csrf_check_failed");
    assertProblem(other, 403, "csrf_check_failed");
    assertProblem(foreign, 403, "csrf_check_failed");
  }

  @Test
  void shouldNotLetACookieAloneWriteToTheApi() throws Exception {
    // given
    String mine = session();
    String token = page(mine).split(" ")[1];

    // when
    var without = send(withCookie(json("/v1/probe/json", "{\"count\":1}"), mine));
    var with =
        send(withCookie(json("/v1/probe/json", "{\"count\":1}"), mine).header(Csrf.HEADER, token));
    var read = send(withCookie(get("/v1/probe/me"), mine));

    // then
    assertProblem(without, 403, "csrf_check_failed");
    assertThat(with.statusCode()).isEqualTo(200);
    assertThat(read.body()).isEqualTo("ada");
  }

  @Test
  void shouldSignInWithAFormThatMatchesItsCookie() throws Exception {
    // given
    var page = send(get("/sign-in"));
    String cookie = page.headers().firstValue("Set-Cookie").orElseThrow();
    String form = "csrf=" + page.body() + "&person=ada&password=" + password;

    // when
    var right = send(signIn(form).header("Cookie", cookie.substring(0, cookie.indexOf(';'))));
    var without = send(signIn(form));
    var other = send(signIn(form).header("Cookie", Csrf.SIGN_IN_COOKIE + "=0000"));

    // then
    assertThat(cookie).contains("HttpOnly", "SameSite=Strict");
    assertThat(right.headers().firstValue("Set-Cookie").orElseThrow())
        .startsWith("assent_session=as1.")
        .contains("HttpOnly", "SameSite=Lax", "Path=/", "Max-Age=43200");
    assertProblem(without, 403, "csrf_check_failed");
    assertProblem(other, 403, "csrf_check_failed");
  }

  @Test
  void shouldShowBrowsersAPageWithTheProblemEscaped() throws Exception {
    // when
    var response = send(get("/page-bug").header("Accept", "text/html"));

    // then
    assertThat(response.statusCode()).isEqualTo(409);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    assertThat(response.body()).contains("Expected &lt;b&gt;, but came &amp; or &quot;.");
  }

  private String session() {
    return authenticator.openSession(directory.person("ada").orElseThrow());
  }

  private String page(String session) throws Exception {
    return send(withCookie(get("/page"), session)).body();
  }

  private static void assertProblem(HttpResponse<String> response, int status, String code) {
    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Content-Type")).contains(Problems.CONTENT_TYPE);
    assertThat(json(response).path("code").textValue()).isEqualTo(code);
    assertThat(json(response).path("error").path("message").textValue()).isNotBlank();
  }

  private static JsonNode json(HttpResponse<String> response) {
    return ContractJson.read(response.body().getBytes(StandardCharsets.UTF_8), JsonNode.class);
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(base.resolve(path));
  }

  private HttpRequest.Builder get(String path) {
    return request(path).GET();
  }

  private HttpRequest.Builder json(String path, String body) {
    return request(path)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofString(body));
  }

  private HttpRequest.Builder post(String path, String body) {
    return json(path, body).header("x-api-key", apiKey);
  }

  private HttpRequest.Builder chunked(String path, int length) {
    return request(path)
        .header("x-api-key", apiKey)
        .header("Content-Type", "application/json")
        .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[length])));
  }

  private HttpRequest.Builder signIn(String form) {
    return request("/sign-in")
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form));
  }

  private HttpRequest.Builder form(String path, String session, String form) {
    return withCookie(request(path), session)
        .header("Content-Type", "application/x-www-form-urlencoded")
        .POST(BodyPublishers.ofString(form));
  }

  private static HttpRequest.Builder withCookie(HttpRequest.Builder request, String session) {
    return request.header("Cookie", SessionCookies.NAME + "=" + session);
  }

  private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }
}
