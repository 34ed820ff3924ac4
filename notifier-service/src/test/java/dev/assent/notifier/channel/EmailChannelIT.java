package dev.assent.notifier.channel;

import static dev.assent.notifier.NotifierFixtures.ADA;
import static dev.assent.notifier.NotifierFixtures.ask;
import static dev.assent.notifier.NotifierFixtures.due;
import static dev.assent.notifier.NotifierFixtures.notice;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.assent.notifier.FixedPeople;
import dev.assent.notifier.delivery.DueDelivery;
import dev.assent.notifier.delivery.Outcome;
import io.vertx.core.Vertx;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailConfig;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmailChannelIT {

  private final FixedPeople people = new FixedPeople();
  private final Vertx vertx = Vertx.vertx();
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void shouldSendTextAndHtmlThroughARealServer() throws Exception {
    // given
    DueDelivery delivery = due(notice(ask(ADA)));

    // when
    Outcome outcome = channel(server.getSmtp().getPort()).send(delivery);

    // then
    assertThat(outcome).isEqualTo(new Outcome.Sent());
    assertThat(server.getReceivedMessages()).hasSize(1);
    MimeMessage mail = server.getReceivedMessages()[0];
    assertThat(mail.getSubject()).isEqualTo("Approval needed: Add an index");
    assertThat(mail.getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("ada@example.org");
    assertThat(mail.getMessageID()).isEqualTo("<" + delivery.id() + "@assent.example.org>");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    MimeMultipart parts = (MimeMultipart) mail.getContent();
    assertThat(mail.getContentType()).startsWith("multipart/alternative");
    assertThat(parts.getBodyPart(0).getContentType()).startsWith("text/plain");
    assertThat(parts.getBodyPart(0).getContent().toString()).contains("On table orders.");
    assertThat(parts.getBodyPart(1).getContentType()).startsWith("text/html");
  }

  @Test
  void shouldSendTheSameMessageIdAgainAfterACrash() throws Exception {
    // given
    EmailChannel channel = channel(server.getSmtp().getPort());
    DueDelivery delivery = due(notice(ask(ADA)));

    // when
    channel.send(delivery);
    channel.send(delivery);

    // then
    MimeMessage[] mails = server.getReceivedMessages();
    assertThat(mails).hasSize(2);
    assertThat(mails[0].getMessageID()).isEqualTo(mails[1].getMessageID());
  }

  @Test
  void shouldTryAgainWhenTheServerIsAway() throws Exception {
    // given
    int port = server.getSmtp().getPort();
    server.stop();

    // when
    Outcome outcome = channel(port).send(due(notice(ask(ADA))));

    // then
    assertThat(outcome).isEqualTo(new Outcome.Retry("The mail server cannot be reached."));
  }

  @Test
  void shouldGiveUpOnSomebodyWhoseAddressIsGone() throws Exception {
    // given
    people.emails.remove("ada");

    // when
    Outcome outcome = channel(server.getSmtp().getPort()).send(due(notice(ask(ADA))));

    // then
    assertThat(outcome).isEqualTo(new Outcome.GivenUp("The person has no email address any more."));
  }

  @Test
  void shouldNotWaitForeverForASilentServer() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      // when
      Outcome outcome = channel(silent.getLocalPort()).send(due(notice(ask(ADA))));

      // then
      assertThat(outcome)
          .isEqualTo(new Outcome.Retry("The mail server did not answer within 2 seconds."));
    }
  }

  @Test
  void shouldGiveUpOnlyWhenTheRecipientIsUnknown() throws Exception {
    // when
    Outcome unknown = answered(550);
    Outcome full = answered(452);
    Outcome notAllowed = answered(535);

    // then
    assertThat(unknown).isEqualTo(new Outcome.GivenUp("The mail server answered 550."));
    assertThat(full).isEqualTo(new Outcome.Retry("The mail server answered 452."));
    assertThat(notAllowed).isEqualTo(new Outcome.Retry("The mail server answered 535."));
  }

  private Outcome answered(int code) throws IOException, InterruptedException {
    try (RefusingServer refusing = new RefusingServer(code)) {
      return channel(refusing.port()).send(due(notice(ask(ADA))));
    }
  }

  private EmailChannel channel(int port) {
    MailConfig config = new MailConfig().setHostname("127.0.0.1").setPort(port);
    return new EmailChannel(
        MailClient.create(vertx, config),
        new MailComposer(
            "Assent <assent@example.org>",
            new Links(URI.create("https://assent.example.org")),
            ZoneOffset.UTC),
        people,
        Duration.ofSeconds(2),
        8);
  }
}
