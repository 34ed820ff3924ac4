package dev.assent.notifier.channel;

import static dev.assent.notifier.NotifierFixtures.ADA;
import static dev.assent.notifier.NotifierFixtures.ONE;
import static dev.assent.notifier.NotifierFixtures.due;
import static dev.assent.notifier.NotifierFixtures.notice;
import static dev.assent.notifier.NotifierFixtures.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.notification.NoticeKind;
import dev.assent.kernel.process.Effect.Notify;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookTest {

  private static final List<String> SECRET = List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  private static final URI URL = URI.create("https://ops.example.org/hook");

  @Test
  void shouldWantEverythingUnlessItNamesEvents() {
    // given
    Webhook all = new Webhook("all", URL, SECRET, List.of());
    Webhook decisions = new Webhook("decisions", URL, SECRET, List.of(NoticeKind.DECIDED));

    // when
    Webhooks webhooks = new Webhooks(List.of(all, decisions));

    // then
    assertThat(webhooks.wanting(NoticeKind.DECIDED)).containsExactly("all", "decisions");
    assertThat(webhooks.wanting(NoticeKind.REMINDER)).containsExactly("all");
  }

  @Test
  void shouldWantNothingOnceSwitchedOff() {
    // given
    Webhook webhook = new Webhook("ops", URL, SECRET, List.of());

    // when
    webhook.switchOff();

    // then
    assertThat(new Webhooks(List.of(webhook)).wanting(NoticeKind.DECIDED)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://ops.example.org/",
        "file:///etc/passwd",
        "/hook",
        "https://u:p@ops.example"
      })
  void shouldRefuseAUrlThatIsNotOfTheWeb(String url) {
    assertThatThrownBy(() -> new Webhook("ops", URI.create(url), SECRET, List.of()))
        .hasMessageContaining("assent.notifier.webhooks.ops.url")
        .hasMessageNotContaining(url);
  }

  @Test
  void shouldNameTheKeyOfABadSecret() {
    assertThatThrownBy(() -> new Webhook("ops", URL, List.of("hunter2"), List.of()))
        .hasMessageContaining("assent.notifier.webhooks.ops.secret")
        .hasMessageNotContaining("hunter2");
  }

  @Test
  void shouldSayWhatHappenedWithoutPayloadsOrAddresses() {
    // given
    Notify told =
        new Notify(
            NoticeKind.TASK_ASSIGNED,
            List.of(ADA),
            task("Add an index", "x".repeat(50_000)),
            "Add an index",
            "Your decision is asked for.",
            null,
            null);

    // when
    byte[] body =
        WebhookBody.of(due(notice(told)), new Links(URI.create("https://assent.example.org")));

    // then
    JsonNode json = ContractJson.read(body, JsonNode.class);
    assertThat(body).hasSizeLessThan(20_000);
    assertThat(json.path("type").asText()).isEqualTo("notice.task_assigned");
    assertThat(json.path("timestamp").asText()).isEqualTo("2026-11-22T12:00:00Z");
    assertThat(json.at("/data/intent_id").asText()).isEqualTo(ONE.toString());
    assertThat(json.at("/data/recipients/0").asText()).isEqualTo("ada");
    assertThat(json.at("/data/task/title").asText()).isEqualTo("Add an index");
    assertThat(json.at("/data/subject").asText()).isEqualTo("Approval needed: Add an index");
    assertThat(json.at("/data/url").asText()).isEqualTo("https://assent.example.org/tasks/" + ONE);
  }
}
