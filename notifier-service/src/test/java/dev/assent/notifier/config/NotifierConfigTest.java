package dev.assent.notifier.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.notification.NoticeKind;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NotifierConfigTest {

  @Test
  void shouldMailAndNothingElseByDefault() {
    // when
    NotifierConfig config = Configs.read(Map.of());

    // then
    assertThat(config.email().enabled()).isTrue();
    assertThat(config.email().from()).isEqualTo("Assent <assent@localhost>");
    assertThat(config.console()).isFalse();
    assertThat(config.catcher().enabled()).isFalse();
    assertThat(config.catcher().port()).isEqualTo(8325);
    assertThat(config.webhooks()).isEmpty();
    assertThat(config.timeZone()).isEqualTo(ZoneId.of("UTC"));
    assertThat(config.retry().first()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void shouldReadWebhooksByName() {
    // when
    NotifierConfig config =
        Configs.read(
            Map.of(
                "assent.notifier.webhooks.ops.url", "https://ops.example.org/hook",
                "assent.notifier.webhooks.ops.secret", "whsec_one,whsec_two",
                "assent.notifier.webhooks.ops.events", "task_assigned,decided",
                "assent.notifier.email.from", "Assent <assent@example.org>"));

    // then
    NotifierConfig.WebhookKeys ops = config.webhooks().get("ops");
    assertThat(ops.url()).hasHost("ops.example.org");
    assertThat(ops.secret()).containsExactly("whsec_one", "whsec_two");
    assertThat(ops.events())
        .hasValueSatisfying(
            events ->
                assertThat(events).containsExactly(NoticeKind.TASK_ASSIGNED, NoticeKind.DECIDED));
    assertThat(config.email().from()).isEqualTo("Assent <assent@example.org>");
  }
}
