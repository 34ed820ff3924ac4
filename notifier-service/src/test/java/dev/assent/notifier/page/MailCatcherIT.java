package dev.assent.notifier.page;

import static dev.assent.notifier.NotifierFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MailCatcherIT {

  private final CaughtMails mails = new CaughtMails(() -> NOON, 3);
  private final MailCatcher catcher = new MailCatcher(0, mails);

  @AfterEach
  void stop() {
    catcher.close();
  }

  @Test
  void shouldKeepAMailForWhomeverItWas() throws Exception {
    // when
    MimeMessage sent = mail("Größe: ändern?");
    sent.setContent(
        new MimeMultipart("alternative", part("plain", "Text"), part("html", "<p>Hällo</p>")));
    sent.addHeader("References", "<thread@localhost>");
    Transport.send(sent);

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
  void shouldKeepNoMoreThanItMay() throws Exception {
    // when
    for (int i = 1; i <= 5; i++) {
      MimeMessage sent = mail("Mail " + i);
      sent.setText("Text");
      Transport.send(sent);
    }

    // then
    assertThat(mails.newestFirst())
        .extracting(CaughtMail::subject)
        .containsExactly("Mail 5", "Mail 4", "Mail 3");
    assertThat(mails.find(1)).isEmpty();
    assertThat(mails.find(5)).isPresent();
  }

  private MimeMessage mail(String subject) throws MessagingException {
    Properties server = new Properties();
    server.setProperty("mail.smtp.host", "127.0.0.1");
    server.setProperty("mail.smtp.port", Integer.toString(catcher.port()));
    MimeMessage mail = new MimeMessage(Session.getInstance(server));
    mail.setFrom("Assent <assent@localhost>");
    mail.setRecipient(RecipientType.TO, new InternetAddress("ada@example.org"));
    mail.setSubject(subject, "UTF-8");
    return mail;
  }

  private static MimeBodyPart part(String subtype, String text) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(text, "UTF-8", subtype);
    return part;
  }
}
