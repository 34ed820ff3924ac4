package dev.assent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.assent.cli.Called;
import dev.assent.cli.FakeServer;
import dev.assent.contract.json.ContractJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SendCommandTest {
  private static final String INTENTS = "POST /v1/intents";

  @TempDir Path folder;
  private final FakeServer server = new FakeServer();
  private Called.Caller caller;

  @BeforeEach
  void prepare() {
    caller =
        Called.in(folder)
            .with("ASSENT_URL", server.url().toString())
            .with("ASSENT_API_KEY", "assent_k_s");
    server.on(INTENTS, 200, "{\"ok\":true,\"intent_id\":\"42\",\"status\":\"SUBMITTED\"}");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldSendWhatTheOptionsSay() throws JsonProcessingException {
    // given
    String expected =
        """
        {"intent_type":"ops.db.index.v1","to_agent":"migrator","title":"Add an index",
         "payload":{"table":"users"},
         "approval":{"approvers":["ada","group:sre"],"reminders":["PT5M","PT30M"],
           "escalation":[{"after":"PT10M","to":["bo"]},{"after":"PT1H","to":["cy","group:sre"]}],
           "deadline":"PT2H","fallback":{"action":"reject"}}}
        """;

    // when
    Called called =
        caller.run(
            ("intents send --type ops.db.index.v1 --to migrator --approver ada --group sre"
                    + " --reminder 30m --reminder 5m --escalate 10m:bo --escalate 1h:cy,group:sre"
                    + " --deadline 2h --fallback reject --title Add\u00a0an\u00a0index"
                    + " --payload {\"table\":\"users\"}")
                .split(" ", -1));

    // then
    String sent = server.requests(INTENTS).getFirst().body().replace('\u00a0', ' ');
    assertThat(called.err()).isEmpty();
    assertThat(called.exit()).isZero();
    assertThat(ContractJson.MAPPER.readTree(sent))
        .isEqualTo(ContractJson.MAPPER.readTree(expected));
    assertThat(called.out())
        .isEqualTo("Intent 42 SUBMITTED\nFollow it with: assent intents watch 42\n");
  }

  @Test
  void shouldTakeThePayloadFromAFileOrFromWhatIsPipedIn() throws IOException {
    // given
    Files.writeString(folder.resolve("payload.json"), "{\"rows\":1.10}");

    // when
    caller.run("intents", "send", "--type", "x.y.v1", "--payload", "@payload.json");
    caller.typing("{\"rows\":2}").run("intents", "send", "--type", "x.y.v1", "--payload", "-");

    // then
    assertThat(server.requests(INTENTS))
        .extracting(FakeServer.Request::body)
        .containsExactly(
            "{\"intent_type\":\"x.y.v1\",\"payload\":{\"rows\":1.10}}",
            "{\"intent_type\":\"x.y.v1\",\"payload\":{\"rows\":2}}");
  }

  @Test
  void shouldSendAFileAsItIs() throws IOException {
    // given
    Files.writeString(folder.resolve("s.json"), "{\"intent_type\":\"x.y.v1\",\"steps\":[]}");

    // when
    caller.run("intents", "send", "--file", "s.json", "--idempotency-key", "k1");

    // then
    FakeServer.Request request = server.requests(INTENTS).getFirst();
    assertThat(request.body()).isEqualTo("{\"intent_type\":\"x.y.v1\",\"steps\":[]}");
    assertThat(request.header("Idempotency-Key")).isEqualTo("k1");
    assertThat(request.header("Authorization")).isEqualTo("Bearer assent_k_s");
  }

  @Test
  void shouldWaitForTheOutcome() {
    // given
    server.onStream(
        "/v1/intents/42/events/stream",
        """
        event: intent.created
        data: {"seq":1,"event_type":"intent.created","at":"2026-11-23T09:00:00Z","details":{"from_agent":"agent://a/b/c","intent_type":"x.y.v1"}}

        event: intent.completed
        data: {"seq":3,"event_type":"intent.completed","status":"COMPLETED","at":"2026-11-23T09:00:01Z","result":{"outcome":"approved"},"details":{}}

        """);

    // when
    Called called = caller.run("intents", "send", "--type", "x.y.v1", "--wait");

    // then
    assertThat(called.exit()).isZero();
    assertThat(called.out())
        .containsSubsequence(
            "Intent 42\n",
            "created               c asks for x.y.v1\n",
            "completed             done\n",
            "Outcome: COMPLETED\n",
            "\"outcome\" : \"approved\"");
  }

  @Test
  void shouldEndWithFourWhenTheTimeIsUp() {
    // given
    server.onStream("/v1/intents/42/events/stream", "event: stream.timeout\ndata: {}\n\n");

    // when
    Called called = caller.run("intents", "send", "--type", "x.y.v1", "--wait", "--timeout", "0.2");

    // then
    assertThat(called.exit()).isEqualTo(4);
    assertThat(called.err()).contains("did not end in time", "assent intents watch 42");
  }

  @Test
  void shouldShowWhyTheServerRefused() {
    // given
    FakeServer refusing = new FakeServer();
    refusing.on(INTENTS, 422, "{\"error\":{\"message\":\"nobody is called zoe\"}}");

    // when
    Called called =
        caller
            .with("ASSENT_URL", refusing.url().toString())
            .run("intents", "send", "--type", "x.y.v1", "--approver", "zoe");
    refusing.close();

    // then
    assertThat(called.exit()).isEqualTo(1);
    assertThat(called.err()).isEqualTo("nobody is called zoe.\n");
    assertThat(called.out()).isEmpty();
  }

  @Test
  void shouldSayWhatIsWrongWithTheOptions() {
    // given // when // then
    assertThat(caller.run("intents", "send").err()).startsWith("Expected --type");
    assertThat(send("--escalate", "bo").err()).startsWith("Expected --escalate with a duration");
    assertThat(send("--escalate", "soon:bo").err()).startsWith("Expected a duration");
    assertThat(send("--payload", "[1]").err()).startsWith("Expected a JSON object in --payload");
    assertThat(send("--payload", "{x").err()).startsWith("Expected a JSON object in --payload");
    assertThat(send("--payload", "@none.json").err())
        .startsWith("Cannot read the file of --payload. There is no file");
    assertThat(send("--file", "s.json").err()).startsWith("--file holds the whole submission");
    assertThat(send("--timeout", "5m").err()).startsWith("--timeout says how long to --wait");
    assertThat(server.requests(INTENTS)).isEmpty();
  }

  private Called send(String option, String value) {
    return caller.run("intents", "send", "--type", "x.y.v1", option, value);
  }
}
