package dev.assent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.cli.Called;
import dev.assent.cli.FakeServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TaskCommandsTest {
  private static final String RESUME = "POST /v1/intents/42/resume";

  @TempDir Path folder;
  private final FakeServer server = new FakeServer();
  private Called.Caller caller;

  @BeforeEach
  void prepare() {
    caller =
        Called.in(folder)
            .with("ASSENT_URL", server.url().toString())
            .with("ASSENT_PASSWORD", "a long password");
    server
        .on(
            "POST /v1/sessions",
            200,
            "{\"ok\":true,\"token\":\"as1.t\",\"person\":{\"id\":\"ada\"}}")
        .on(
            "GET /v1/me/tasks/42",
            200,
            """
            {"ok":true,"task":{"intent_id":"42","task_id":"7","title":"Add an index",
             "status":"WAITING","task_status":"open",
             "from_agent":"agent://a/b/c","payload":{"t":1},"payload_digest":"abc",
             "human_task":{"title":"Add an index","description":"Please look.",
               "allowed_outcomes":["approved","rejected"],"assignees":["ada","group:sre"],
               "required_comment":true}}}
            """)
        .on(RESUME, 200, "{\"ok\":true,\"intent\":{\"status\":\"COMPLETED\"}}");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldSignInAndApproveWhatWasShown() {
    // given // when
    Called called =
        caller.run("tasks", "approve", "42", "--as", "ada", "--comment", "small enough");

    // then
    assertThat(called.err()).isEmpty();
    assertThat(called.out()).isEqualTo("approved: Add an index\nThe intent is COMPLETED\n");
    assertThat(server.requests("POST /v1/sessions").getFirst().body())
        .isEqualTo("{\"person\":\"ada\",\"password\":\"a long password\"}");
    FakeServer.Request decision = server.requests(RESUME).getFirst();
    assertThat(decision.header("Authorization")).isEqualTo("Bearer as1.t");
    assertThat(decision.body())
        .isEqualTo(
            "{\"task_result\":{\"outcome\":\"approved\",\"comment\":\"small enough\"},\"shown_digest\":\"abc\","
                + "\"task_id\":\"7\"}");
  }

  @Test
  void shouldBindToTheDigestThatThePersonNames() {
    // given // when
    caller.run("tasks", "reject", "42", "--as", "ada", "--digest", "old");

    // then
    assertThat(server.requests(RESUME).getFirst().body())
        .isEqualTo(
            "{\"task_result\":{\"outcome\":\"rejected\"},\"shown_digest\":\"old\","
                + "\"task_id\":\"7\"}");
  }

  @Test
  void shouldFillInTheFieldsOfAForm() {
    // given // when
    caller.run(
        ("tasks submit 42 --as ada --outcome submitted --data rows=5 --data window=night"
                + " --data urgent=true")
            .split(" ", -1));

    // then
    assertThat(server.requests(RESUME).getFirst().body())
        .contains(
            "\"outcome\":\"submitted\"",
            "\"data\":{\"rows\":5,\"window\":\"night\",\"urgent\":true}");
  }

  @Test
  void shouldTellADataFolderFromAFieldOfAForm() {
    // given // when
    Called called = caller.run("tasks", "approve", "42", "--as", "ada", "--data", "/srv/assent");

    // then
    assertThat(called.exit()).isEqualTo(2);
    assertThat(called.err()).contains("--data KEY=VALUE", "--folder");
  }

  @Test
  void shouldShowWhatIsAsked() {
    // given // when
    Called called = caller.run("tasks", "get", "42", "--as", "ada");

    // then
    assertThat(called.out())
        .isEqualTo(
            """
            Add an index
              Please look.
              status   WAITING
              from     agent://a/b/c
              asked    ada, group:sre
              answers  approved, rejected
              needs    a comment
              digest   abc
              payload
            {
              "t" : 1
            }
            """);
  }

  @Test
  void shouldDecideByTheIdOfTheTaskToo() {
    // given
    server.on(
        "GET /v1/me/tasks/7",
        200,
        """
        {"ok":true,"task":{"intent_id":"42","task_id":"7","payload_digest":"abc",
         "human_task":{"title":"Add an index"}}}
        """);

    // when
    caller.run("tasks", "approve", "7", "--as", "ada");

    // then
    assertThat(server.requests(RESUME).getFirst().body()).contains("\"task_id\":\"7\"");
  }

  /** The people's door is enough: in an installation of its own it has no other. */
  @Test
  void shouldAskNoOtherDoorThanThePeoples() {
    // given // when
    caller.run("tasks", "approve", "42", "--as", "ada");

    // then
    assertThat(server.requests("GET /v1/intents/42")).isEmpty();
  }

  @Test
  void shouldShowWhoDecided() {
    // given
    server.on(
        "GET /v1/me/tasks/43",
        200,
        """
        {"ok":true,"task":{"intent_id":"43","task_id":"7","status":"COMPLETED",
         "task_status":"decided","human_task":{"title":"Add an index"},
         "closed":{"outcome":"approved","by":{"id":"bo"},"at":"2026-11-24T10:00:00Z"}}}
        """);

    // when // then
    assertThat(caller.run("tasks", "get", "43", "--as", "ada").out())
        .contains("status  COMPLETED", "closed  approved by bo at ");
  }

  @Test
  void shouldSayThatNothingWaits() {
    // given
    server.on("GET /v1/me/tasks", 200, "{\"ok\":true,\"tasks\":[]}");

    // when // then
    assertThat(caller.run("tasks", "list", "--as", "ada").out())
        .isEqualTo("Nothing waits for you.\n");
  }

  @Test
  void shouldAskWhoYouAre() {
    // given // when
    Called called = caller.run("tasks", "list");

    // then
    assertThat(called.exit()).isEqualTo(2);
    assertThat(called.err()).startsWith("Expected who you are, in --as or ASSENT_AS");
  }

  @Test
  void shouldSayThatNobodyIsThereToAskForAPassword() {
    // given // when
    Called called = caller.with("ASSENT_PASSWORD", "").run("tasks", "list", "--as", "ada");

    // then
    assertThat(called.exit()).isEqualTo(2);
    assertThat(called.err()).startsWith("Expected the password of ada in ASSENT_PASSWORD");
  }
}
