package dev.assent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.cli.Called;
import dev.assent.cli.FakeServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadingCommandsTest {
  private static final String INTENT =
      """
      {"ok":true,"intent":{"intent_id":"42","title":"Add index users_email","status":"WAITING",
       "intent_type":"ops.db.index.v1","from_agent":"agent://demo/prod/pipeline","to_agent":"human",
       "pending_with":{"type":"human","ref":"bo","name":"bo"},"payload":{"table":"users"}}}
      """;

  @TempDir Path folder;
  private final FakeServer server = new FakeServer();
  private Called.Caller caller;

  @BeforeEach
  void prepare() {
    caller =
        Called.in(folder)
            .with("ASSENT_URL", server.url() + "/")
            .with("ASSENT_API_KEY", "assent_k_s");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldShowAnIntent() {
    // given
    server.on("GET /v1/intents/42", 200, INTENT);

    // when
    Called called = caller.run("intents", "get", "42");

    // then
    assertThat(called.out())
        .isEqualTo(
            """
            Add index users_email
              id      42
              status  WAITING (with bo)
              type    ops.db.index.v1
              from    agent://demo/prod/pipeline
              to      human
              payload
            {
              "table" : "users"
            }
            """);
  }

  @Test
  void shouldListIntentsInColumns() {
    // given
    server.on(
        "GET /v1/intents",
        200,
        """
        {"ok":true,"intents":[
          {"intent_id":"0b6f3a52-6d0e-4c19-9d2b-5f0f6f1f2a01","status":"WAITING","created_at":"x","intent_type":"a.b.v1"},
          {"intent_id":"1b6f3a52-6d0e-4c19-9d2b-5f0f6f1f2a02","status":"COMPLETED","created_at":"y","intent_type":"c.d.v1"}]}
        """);

    // when
    Called called = caller.run("intents", "list", "--status", "waiting", "--limit", "7");

    // then
    assertThat(called.out())
        .isEqualTo(
            """
            ID                                    STATUS     CREATED  WHAT
            0b6f3a52-6d0e-4c19-9d2b-5f0f6f1f2a01  WAITING    x        a.b.v1
            1b6f3a52-6d0e-4c19-9d2b-5f0f6f1f2a02  COMPLETED  y        c.d.v1
            """);
    assertThat(server.requests("GET /v1/intents"))
        .extracting(FakeServer.Request::path)
        .containsExactly("/v1/intents?limit=7&status=WAITING");
  }

  @Test
  void shouldPrintJsonForPrograms() {
    // given
    server.on("GET /v1/intents", 200, "{\"ok\":true,\"intents\":[{\"intent_id\":\"42\"}]}");

    // when
    Called called = caller.run("intents", "list", "--json");

    // then
    assertThat(called.out()).isEqualTo("[ {\n  \"intent_id\" : \"42\"\n} ]\n");
  }

  @Test
  void shouldCallAsAPersonWhenOneIsNamed() {
    // given
    server
        .on("POST /v1/sessions", 200, "{\"ok\":true,\"token\":\"as1.t\"}")
        .on("GET /v1/intents", 200, "{\"ok\":true,\"intents\":[]}");

    // when
    caller.with("ASSENT_PASSWORD", "a long password").run("intents", "list", "--as", "ada");

    // then
    assertThat(server.requests("GET /v1/intents").getFirst().header("Authorization"))
        .isEqualTo("Bearer as1.t");
  }

  @Test
  void shouldSayThatThereIsNothing() {
    // given
    server.on("GET /v1/intents", 200, "{\"ok\":true,\"intents\":[]}");

    // when // then
    assertThat(caller.run("intents", "list").out()).isEqualTo("No intents.\n");
  }

  @Test
  void shouldEndWithOneWhenTheIntentEndedOtherwise() {
    // given
    server.on("GET /v1/intents/42", 200, INTENT);
    server.onStream(
        "/v1/intents/42/events/stream",
        "event: intent.failed\ndata: {\"seq\":9,\"event_type\":\"intent.failed\",\"status\":\"FAILED\",\"details\":{\"error\":{\"message\":\"bo rejected it\"}}}\n\n");

    // when
    Called plain = caller.run("intents", "watch", "42");
    Called json = caller.run("intents", "watch", "42", "--json");

    // then
    assertThat(plain.exit()).isEqualTo(1);
    assertThat(plain.out()).contains("failed                bo rejected it\n", "Outcome: FAILED\n");
    assertThat(json.out())
        .startsWith("{\"seq\":9,\"event_type\":\"intent.failed\"")
        .hasLineCount(1);
  }

  @Test
  void shouldAskForAKeyWhenThereIsNone() {
    // given
    Called.Caller keyless = Called.in(folder).with("ASSENT_URL", server.url().toString());

    // when
    Called called = keyless.run("intents", "list");

    // then
    assertThat(called.exit()).isEqualTo(2);
    assertThat(called.err())
        .startsWith("Expected an agent's API key")
        .contains("assent keys create");
  }

  @Test
  void shouldEndWithThreeWhenNothingRuns() {
    // given
    Called.Caller local = Called.in(folder).with("ASSENT_API_KEY", "assent_k_s");

    // when
    Called called = local.run("intents", "list");

    // then
    assertThat(called.exit()).isEqualTo(3);
    assertThat(called.err())
        .isEqualTo(
            "Assent does not run from %s. Start it with assent up, or name a server with --url.\n"
                .formatted(folder.resolve("data")));
  }

  @Test
  void shouldRefuseWhatIsNoAddress() {
    // given // when // then
    assertThat(caller.run("intents", "list", "--url", "ftp://x").err())
        .startsWith("Expected the server's address, such as http://localhost:8300");
  }
}
