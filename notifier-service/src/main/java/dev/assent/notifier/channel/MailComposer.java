package dev.assent.notifier.channel;

import dev.assent.contract.id.NamedUuid;
import dev.assent.notifier.delivery.DueDelivery;
import io.quarkus.qute.Template;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * Writes the mail of a delivery: the same one, whenever it is written, but for the date.
 *
 * <p>{@code Message-ID} is the delivery's id, so that a mail which goes out twice after a crash is
 * known as one. All mails to a person about an intent refer to the same thread, whose first message
 * nobody ever sent: so reminders stand beside the first mail, also where the first got lost.
 */
public final class MailComposer {

  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, d MMM uuuu HH:mm:ss Z", Locale.ENGLISH);

  private final Template text = Templates.load("mail.txt");
  private final Template html = Templates.load("mail.html");
  private final InternetAddress from;
  private final Links links;
  private final ZoneId zone;
  private final InstantSource clock;

  /**
   * A composer.
   *
   * @param from an address, with or without a name
   * @throws IllegalArgumentException if it is none
   */
  public MailComposer(String from, Links links, ZoneId zone, InstantSource clock) {
    this.from = sender(from);
    this.links = links;
    this.zone = zone;
    this.clock = clock;
  }

  private static InternetAddress sender(String from) {
    try {
      return MailAddress.parse(from);
    } catch (AddressException e) {
      throw new IllegalArgumentException(
          "Expected assent.notifier.email.from to be like Assent <assent@example.org>, but it is \""
              + from
              + "\". Correct it.",
          e);
    }
  }

  MimeMessage compose(DueDelivery delivery, InternetAddress recipient) {
    MailBody body = MailBody.of(delivery, links, zone);
    String thread = messageId(thread(delivery));
    try {
      MimeMessage mail = new NamedMessage(messageId(delivery.id().toString()));
      mail.setFrom(from);
      mail.setRecipient(RecipientType.TO, recipient);
      mail.setSubject(body.headline(), UTF_8);
      mail.setHeader("Date", DATE.format(clock.instant().atOffset(ZoneOffset.UTC)));
      mail.setHeader("In-Reply-To", thread);
      mail.setHeader("References", thread);
      mail.setHeader("Auto-Submitted", "auto-generated");
      mail.setHeader("X-Auto-Response-Suppress", "All");
      mail.setContent(
          new MimeMultipart(
              "alternative",
              part("plain", text.data("mail", body).render()),
              part("html", html.data("mail", body).render())));
      mail.saveChanges();
      return mail;
    } catch (MessagingException e) {
      throw new IllegalStateException("A mail cannot be written.", e);
    }
  }

  private static MimeBodyPart part(String subtype, String content) throws MessagingException {
    MimeBodyPart part = new MimeBodyPart();
    part.setText(content, UTF_8, subtype);
    return part;
  }

  private static String thread(DueDelivery delivery) {
    return NamedUuid.of(
            "assent-mail-thread", delivery.notice().intent().toString(), delivery.recipient())
        .toString();
  }

  private String messageId(String name) {
    return "<" + name + "@" + links.host() + ">";
  }

  /** A message that is not given another id when it is saved. */
  private static final class NamedMessage extends MimeMessage {

    private final String id;

    NamedMessage(String id) {
      super((Session) null);
      this.id = id;
    }

    @Override
    protected void updateMessageID() throws MessagingException {
      setHeader("Message-ID", id);
    }
  }
}
