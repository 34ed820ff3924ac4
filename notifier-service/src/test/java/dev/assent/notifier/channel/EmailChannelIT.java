package dev.assent.notifier.channel;

import static dev.assent.notifier.NotifierFixtures.ADA;
import static dev.assent.notifier.NotifierFixtures.ask;
import static dev.assent.notifier.NotifierFixtures.due;
import static dev.assent.notifier.NotifierFixtures.notice;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import dev.assent.notifier.FixedPeople;
import dev.assent.notifier.channel.SmtpSettings.Login;
import dev.assent.notifier.channel.SmtpSettings.Tls;
import dev.assent.notifier.delivery.DueDelivery;
import dev.assent.notifier.delivery.Outcome;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmailChannelIT {

  private final FixedPeople people = new FixedPeople();
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  @BeforeEach
  void start() {
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop();
  }

  @Test
  void shouldSendTextAndHtmlThroughARealServer() throws Exception {
    // given
    DueDelivery delivery = mail();

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
    DueDelivery delivery = mail();

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
    Outcome outcome = channel(port).send(mail());

    // then
    assertThat(outcome).isEqualTo(new Outcome.Retry("The mail server cannot be reached."));
  }

  @Test
  void shouldGiveUpOnSomebodyWhoseAddressIsGone() throws Exception {
    // given
    people.emails.remove("ada");

    // when
    Outcome outcome = channel(server.getSmtp().getPort()).send(mail());

    // then
    assertThat(outcome).isEqualTo(new Outcome.GivenUp("The person has no email address any more."));
  }

  @Test
  void shouldWriteTheDomainInAsciiAndNeverCutALetter() throws Exception {
    // given
    try (ScriptedServer server = new ScriptedServer(ScriptedServer::polite)) {
      // when
      people.emails.put("ada", "ada@bücher.example");
      Outcome domain = channel(server.port()).send(mail());
      people.emails.put("ada", "łukasz@example.org");
      Outcome local = channel(server.port()).send(mail());

      // then
      assertThat(domain).isEqualTo(new Outcome.Sent());
      assertThat(server.heard()).contains("RCPT TO:<ada@xn--bcher-kva.example>");
      assertThat(local).isInstanceOf(Outcome.GivenUp.class);
    }
  }

  @Test
  void shouldGiveUpOnAnAddressThatIsNone() throws Exception {
    // given
    people.emails.put("ada", "a@b@c");

    // when
    Outcome outcome = channel(server.getSmtp().getPort()).send(mail());

    // then
    assertThat(outcome)
        .isEqualTo(
            new Outcome.GivenUp("The person's email address is none that mail can be sent to."));
  }

  @Test
  void shouldSignInWhereTheServerAsksForIt() throws Exception {
    // given
    server.setUser("assent@example.org", "assent", "secret");
    server.getUserManager().setAuthRequired(true);
    int port = server.getSmtp().getPort();

    // when
    Outcome right = channel(settings(port, new Login("assent", "secret"))).send(mail());
    Outcome wrong = channel(settings(port, new Login("assent", "wrong"))).send(mail());

    // then
    assertThat(right).isEqualTo(new Outcome.Sent());
    assertThat(wrong)
        .isEqualTo(new Outcome.Retry("The mail server did not accept username and password."));
    assertThat(server.getReceivedMessages()).hasSize(1);
  }

  private static DueDelivery mail() {
    return due(notice(ask(ADA)));
  }

  private EmailChannel channel(int port) {
    return channel(settings(port, null));
  }

  private EmailChannel channel(SmtpSettings settings) {
    return new EmailChannel(
        new MailServer(
            settings, () -> (SSLSocketFactory) SSLSocketFactory.getDefault(), "assent.example.org"),
        new MailComposer(
            "Assent <assent@example.org>",
            new Links(URI.create("https://assent.example.org")),
            ZoneOffset.UTC,
            InstantSource.system()),
        people,
        Duration.ofSeconds(2),
        8);
  }

  private static SmtpSettings settings(int port, @Nullable Login login) {
    return new SmtpSettings("127.0.0.1", port, Tls.NONE, login);
  }
}
