package dev.assent.notifier.channel;

import dev.assent.notifier.delivery.Channel;
import dev.assent.notifier.delivery.DueDelivery;
import dev.assent.notifier.delivery.Outcome;
import dev.assent.notifier.domain.Lane;
import dev.assent.notifier.routing.AddressBook;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.Optional;

/** Email over SMTP. */
public final class EmailChannel implements Channel {

  private final MailServer server;
  private final MailComposer composer;
  private final AddressBook people;
  private final Duration timeout;
  private final int atOnce;

  public EmailChannel(
      MailServer server, MailComposer composer, AddressBook people, Duration timeout, int atOnce) {
    this.server = server;
    this.composer = composer;
    this.people = people;
    this.timeout = timeout;
    this.atOnce = atOnce;
  }

  @Override
  public Lane lane() {
    return Lane.EMAIL;
  }

  @Override
  public int atOnce() {
    return atOnce;
  }

  @Override
  public Duration timeout() {
    return timeout;
  }

  @Override
  public Outcome send(DueDelivery delivery) throws InterruptedException {
    Optional<String> address = people.emailOf(delivery.recipient());
    if (address.isEmpty()) {
      return new Outcome.GivenUp("The person has no email address any more.");
    }
    InternetAddress recipient;
    try {
      recipient = MailAddress.parse(address.get());
    } catch (AddressException e) {
      return new Outcome.GivenUp("The person's email address is none that mail can be sent to.");
    }
    return server.take(composer.compose(delivery, recipient), timeout);
  }
}
