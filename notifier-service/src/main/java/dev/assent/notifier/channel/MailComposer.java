package dev.assent.notifier.channel;

import dev.assent.contract.id.NamedUuid;
import dev.assent.notifier.delivery.DueDelivery;
import io.quarkus.qute.Template;
import io.vertx.ext.mail.MailMessage;
import java.time.ZoneId;

/**
 * Writes the mail of a delivery: the same one, whenever it is written, but for the date.
 *
 * <p>{@code Message-ID} is the delivery's id, so that a mail which goes out twice after a crash is
 * known as one. All mails to a person about an intent refer to the same thread, whose first message
 * nobody ever sent: so reminders stand beside the first mail, also where the first got lost.
 */
public final class MailComposer {

  private final Template text = Templates.load("mail.txt");
  private final Template html = Templates.load("mail.html");
  private final String from;
  private final Links links;
  private final ZoneId zone;

  public MailComposer(String from, Links links, ZoneId zone) {
    this.from = from;
    this.links = links;
    this.zone = zone;
  }

  MailMessage compose(DueDelivery delivery, String address) {
    MailBody body = MailBody.of(delivery, links, zone);
    String thread = messageId(thread(delivery));
    MailMessage mail =
        new MailMessage()
            .setFrom(from)
            .setTo(address)
            .setSubject(body.headline())
            .setText(text.data("mail", body).render())
            .setHtml(html.data("mail", body).render());
    mail.addHeader("Message-ID", messageId(delivery.id().toString()));
    mail.addHeader("In-Reply-To", thread);
    mail.addHeader("References", thread);
    mail.addHeader("Auto-Submitted", "auto-generated");
    mail.addHeader("X-Auto-Response-Suppress", "All");
    return mail;
  }

  private static String thread(DueDelivery delivery) {
    return NamedUuid.of(
            "assent-mail-thread", delivery.notice().intent().toString(), delivery.recipient())
        .toString();
  }

  private String messageId(String name) {
    return "<" + name + "@" + links.host() + ">";
  }
}
