package dev.assent.approval.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.approval.http.Client;
import dev.assent.approval.http.LiveBackends;
import dev.assent.approval.http.World;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.plan.Assignee;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LiveBackends.class)
class TaskPagesIT {

  @TestHTTPResource("/")
  URI base;

  @Inject World world;

  @Test
  void shouldDecideWithoutAScriptAfterAskingOnceMore() {
    // given
    IntentId intent = world.gate("Add <index> & more");
    Client browser = world.browser(base, "ada");
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
    IntentId intent = world.gate("Race");
    Client late = world.browser(base, "ada");
    Client fast = world.browser(base, "bo");
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
    IntentId intent = world.gate("Twice");
    Client browser = world.browser(base, "ada");
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
    IntentId intent = world.gate("Links never decide");
    Client browser = world.browser(base, "ada");
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
    IntentId intent = world.gate("Digest");
    Client browser = world.browser(base, "ada");
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
    IntentId intent = world.gate("Secret plan", null, Assignee.person("cy"));

    // when
    var answer = world.browser(base, "ada").get("/tasks/" + intent);
    var unknown = world.browser(base, "ada").get("/tasks/" + UUID.randomUUID());

    // then
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.body()).contains("It was put to Cy").doesNotContain("Secret plan");
    assertThat(unknown.statusCode()).isEqualTo(404);
  }

  private static Map<String, String> decision(Client browser, IntentId intent, String outcome) {
    Map<String, String> form = Client.hidden(browser.get("/tasks/" + intent).body());
    form.putAll(Map.of("outcome", outcome, "comment", "", "confirmed", "yes"));
    return form;
  }
}
