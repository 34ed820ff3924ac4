package dev.assent.approval.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.approval.http.Client;
import dev.assent.approval.http.LiveBackends;
import dev.assent.approval.process.Intake;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.plan.Assignee;
import dev.assent.eventlog.append.LogEdge;
import dev.assent.eventlog.kafka.Topics;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LiveBackends.class)
class ApprovalPagesIT {

  @TestHTTPResource("/")
  URI base;

  @ConfigProperty(name = "probe.ada")
  String ada;

  @ConfigProperty(name = "probe.bo")
  String bo;

  @Inject LogEdge log;
  @Inject Topics topics;

  @Test
  void shouldSendStrangersToTheSignInPageAndBack() {
    // given
    Client browser = new Client(base);

    // when
    var start = browser.follow(browser.get("/"));
    var signIn = browser.follow(start);
    Map<String, String> form = Client.hidden(signIn.body());
    form.putAll(Map.of("person", "ada", "password", ada));
    var inside = browser.postForm("/sign-in", form);

    // then
    assertThat(start.statusCode()).isEqualTo(303);
    assertThat(signIn.body()).contains("Sign in").contains("name=\"next\" value=\"/inbox\"");
    assertThat(inside.statusCode()).isEqualTo(303);
    assertThat(inside.headers().firstValue("Location").orElseThrow()).endsWith("/inbox");
    assertThat(String.join(" ", inside.headers().allValues("Set-Cookie")))
        .contains("assent_session=", "HttpOnly", "SameSite=Lax");
    assertThat(browser.get("/inbox").body()).contains("<h1>Inbox</h1>");
  }

  @Test
  void shouldRefuseAWrongPasswordWithoutSayingWhatIsWrong() {
    // given
    Client browser = new Client(base);
    Map<String, String> form = Client.hidden(browser.get("/sign-in?next=//evil.example").body());
    form.putAll(Map.of("person", "<b>eve", "password", "guess"));

    // when
    var answer = browser.postForm("/sign-in", form);

    // then
    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body())
        .contains("do not belong together")
        .contains("value=\"&lt;b&gt;eve\"")
        .contains("name=\"next\" value=\"/inbox\"");
  }

  @Test
  void shouldSendEveryPageWithAStrictPolicyAndOnlyOwnAssets() {
    // given
    Client browser = signedIn("ada", ada);

    // when
    var page = browser.get("/inbox");
    var css = browser.get("/assets/assent.css");

    // then
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            csp ->
                assertThat(csp)
                    .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
                    .doesNotContain("unsafe"));
    assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
    assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
    assertThat(css.statusCode()).isEqualTo(200);
    assertThat(page.body()).doesNotContain("http://", "https://", "<style", "onclick", "style=\"");
  }

  @Test
  void shouldDecideWithoutAScriptAfterAskingOnceMore() {
    // given
    IntentId intent = gate("Add <index> & more");
    Client browser = signedIn("ada", ada);
    assertThat(browser.get("/inbox").body()).contains("Add &lt;index&gt; &amp; more");
    String page = browser.get("/tasks/" + intent).body();
    Map<String, String> form = Client.hidden(page);
    form.putAll(Map.of("outcome", "approved", "comment", "looks \"good\""));

    // when
    var confirm = browser.postForm("/tasks/" + intent + "/decision", form);
    assertThat(browser.get("/tasks/" + intent).body()).contains("name=\"outcome\"");
    Map<String, String> confirmed = Client.hidden(confirm.body());
    confirmed.put("comment", "looks \"good\"");
    var decided = browser.postForm("/tasks/" + intent + "/decision", confirmed);
    String after = browser.follow(decided).body();

    // then
    assertThat(page).contains("&lt;index&gt;").doesNotContain("<index>");
    assertThat(confirm.statusCode()).isEqualTo(200);
    assertThat(confirm.body()).contains("<h1 id=\"confirm-h\">Approve?</h1>");
    assertThat(decided.statusCode()).isEqualTo(303);
    assertThat(after)
        .contains("You approved it")
        .contains("looks &quot;good&quot;")
        .doesNotContain("name=\"outcome\"");
    assertThat(browser.get("/inbox").body()).contains("Recently decided");
  }

  @Test
  void shouldTellWhoeverComesTooLateWhoDecided() {
    // given
    IntentId intent = gate("Race");
    Client late = signedIn("ada", ada);
    Client fast = signedIn("bo", bo);
    Map<String, String> mine = decision(late, intent, "approved");
    fast.postForm("/tasks/" + intent + "/decision", decision(fast, intent, "rejected"));

    // when
    var answer = late.postForm("/tasks/" + intent + "/decision", mine);

    // then
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(late.follow(answer).body()).contains("You were too late: Bo rejected it at <time");
  }

  @Test
  void shouldCountADecisionOnceThatIsPostedTwice() {
    // given
    IntentId intent = gate("Twice");
    Client browser = signedIn("ada", ada);
    Map<String, String> form = decision(browser, intent, "approved");
    browser.postForm("/tasks/" + intent + "/decision", form);

    // when
    var again = browser.postForm("/tasks/" + intent + "/decision", form);

    // then
    assertThat(again.statusCode()).isEqualTo(303);
    assertThat(browser.follow(again).body()).contains("You approved it");
  }

  @Test
  void shouldNotDecideByAnyGetNorWithoutTheToken() {
    // given
    IntentId intent = gate("Links never decide");
    Client browser = signedIn("ada", ada);
    Map<String, String> form = decision(browser, intent, "approved");
    form.put("csrf", "forged");

    // when
    var forged = browser.postForm("/tasks/" + intent + "/decision", form);
    var link = browser.get("/tasks/" + intent + "/decision?outcome=approved&confirmed=yes");
    browser.get("/tasks/" + intent + "?said=decided&outcome=approved");

    // then
    assertThat(forged.statusCode()).isEqualTo(403);
    assertThat(link.statusCode()).isBetween(400, 499);
    assertThat(browser.get("/tasks/" + intent).body()).contains("name=\"outcome\"");
  }

  @Test
  void shouldRefuseADecisionOnAnotherDigestThanIsAsked() {
    // given
    IntentId intent = gate("Digest");
    Client browser = signedIn("ada", ada);
    Map<String, String> form = decision(browser, intent, "approved");
    form.put("digest", "0".repeat(64));

    // when
    var answer = browser.postForm("/tasks/" + intent + "/decision", form);

    // then
    assertThat(answer.statusCode()).isEqualTo(409);
    assertThat(answer.body()).contains("The request changed while you looked");
  }

  @Test
  void shouldShowATaskToThoseWhoAreAskedOnly() {
    // given
    IntentId intent = new IntentId(UUID.randomUUID());
    submit(intent, "Secret plan", Assignee.person("cy"));

    // when
    var answer = signedIn("ada", ada).get("/tasks/" + intent);
    var unknown = signedIn("ada", ada).get("/tasks/" + UUID.randomUUID());

    // then
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("It was put to Cy").doesNotContain("Secret plan");
    assertThat(unknown.statusCode()).isEqualTo(404);
  }

  @Test
  void shouldTellAnOpenInboxThatATaskArrived() throws Exception {
    // given
    Client browser = signedIn("ada", ada);
    BlockingQueue<String> lines = listen(browser, "/inbox/live");
    assertThat(lines.poll(10, TimeUnit.SECONDS)).startsWith(":");

    // when
    IntentId intent = gate("Arrives live");

    // then
    assertThat(next(lines, "event")).isEqualTo("event: changed");
    assertThat(browser.get("/inbox").body()).contains(intent.toString());
  }

  @Test
  void shouldTellAnOpenTaskPageThatSomebodyDecided() throws Exception {
    // given
    IntentId intent = gate("Decided live");
    Client watcher = signedIn("ada", ada);
    watcher.get("/tasks/" + intent);
    BlockingQueue<String> lines = listen(watcher, "/tasks/" + intent + "/live");
    assertThat(lines.poll(10, TimeUnit.SECONDS)).startsWith(":");
    Client other = signedIn("bo", bo);

    // when
    other.postForm("/tasks/" + intent + "/decision", decision(other, intent, "rejected"));

    // then
    assertThat(next(lines, "event")).isEqualTo("event: changed");
    assertThat(watcher.get("/tasks/" + intent).body()).contains("Bo rejected it");
  }

  private BlockingQueue<String> listen(Client browser, String path) throws Exception {
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    var stream =
        browser
            .http()
            .send(
                HttpRequest.newBuilder(base.resolve(path))
                    .header("Accept", "text/event-stream")
                    .build(),
                BodyHandlers.ofInputStream());
    assertThat(stream.statusCode()).isEqualTo(200);
    Thread.ofVirtual()
        .start(
            () ->
                new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))
                    .lines()
                    .forEach(lines::add));
    return lines;
  }

  private static String next(BlockingQueue<String> lines, String start) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (System.nanoTime() < end) {
      String line = lines.poll(1, TimeUnit.SECONDS);
      if (line != null && line.startsWith(start)) {
        return line.replace("event:changed", "event: changed");
      }
    }
    throw new AssertionError("nothing came");
  }

  private static Map<String, String> decision(Client browser, IntentId intent, String outcome) {
    Map<String, String> form = Client.hidden(browser.get("/tasks/" + intent).body());
    form.putAll(Map.of("outcome", outcome, "comment", "", "confirmed", "yes"));
    return form;
  }

  private Client signedIn(String person, String password) {
    return new Client(base).signIn(person, password);
  }

  private IntentId gate(String title) {
    IntentId intent = new IntentId(UUID.randomUUID());
    submit(intent, title, Assignee.person("ada"), Assignee.group("sre"));
    // The page waits for the view, the inbox does not.
    signedIn("bo", bo).get("/tasks/" + intent);
    return intent;
  }

  private void submit(IntentId intent, String title, Assignee... approvers) {
    log.appendAll(
            Intake.submission(topics, intent, Intake.task(title, null), List.of(approvers)))
        .join();
  }
}
