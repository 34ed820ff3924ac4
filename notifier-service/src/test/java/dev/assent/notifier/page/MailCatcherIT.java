package dev.assent.notifier.page;

import static dev.assent.notifier.NotifierFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import io.vertx.ext.mail.MailMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailCatcherIT {

  private final Vertx vertx = Vertx.vertx();
  private final CaughtMails mails = new CaughtMails(() -> NOON, 3);
  private final MailCatcher catcher = new MailCatcher(0, mails);
  private final MailClient client =
      MailClient.create(vertx, new MailConfig().setHostname("127.0.0.1").setPort(catcher.port()));

  @AfterEach
  void stop() {
    catcher.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void shouldKeepAMailForWhomeverItWas() {
    // when
    send(
        new MailMessage("Assent <assent@localhost>", "ada@example.org", "Größe: ändern?", "Text")
            .setHtml("<p>Hällo</p>")
            .addHeader("References", "<thread@localhost>"));

    // then
    CaughtMail mail = mails.newestFirst().getFirst();
    assertThat(mail.id()).isEqualTo(1);
    assertThat(mail.at()).isEqualTo(NOON);
    assertThat(mail.to()).isEqualTo("ada@example.org");
    assertThat(mail.from()).isEqualTo("Assent <assent@localhost>");
    assertThat(mail.subject()).isEqualTo("Größe: ändern?");
    assertThat(mail.text()).contains("Text");
    assertThat(mail.html()).contains("<p>Hällo</p>");
    assertThat(mail.headers()).contains("References: <thread@localhost>");
  }

  @Test
  void shouldKeepNoMoreThanItMay() {
    // when
    for (int i = 1; i <= 5; i++) {
      send(new MailMessage("assent@localhost", "ada@example.org", "Mail " + i, "Text"));
    }

    // then
    assertThat(mails.newestFirst())
        .extracting(CaughtMail::subject)
        .containsExactly("Mail 5", "Mail 4", "Mail 3");
    assertThat(mails.find(1)).isEmpty();
    assertThat(mails.find(5)).isPresent();
  }

  private void send(MailMessage mail) {
    client.sendMail(mail).toCompletionStage().toCompletableFuture().join();
  }
}
