package dev.assent.notifier.channel;

import dev.assent.notifier.delivery.Channel;
import dev.assent.notifier.delivery.DueDelivery;
import dev.assent.notifier.delivery.Outcome;
import dev.assent.notifier.domain.Lane;
import dev.assent.notifier.routing.AddressBook;
import io.vertx.core.Future;
import io.vertx.ext.mail.MailClient;
import io.vertx.ext.mail.MailResult;
import io.vertx.ext.mail.SMTPException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Email over SMTP, with the client that Quarkus configures by {@code quarkus.mailer.*}.
 *
 * <p>The client, and not the mailer above it: the mailer's mock mode, which is on in development
 * and tests, would report mails as sent that nobody could ever read. Whoever wants to send none
 * switches the channel off.
 */
public final class EmailChannel implements Channel {

  private static final Logger LOG = LoggerFactory.getLogger(EmailChannel.class);

  /** No such mailbox, not local, name not allowed, takes no mail: another try changes nothing. */
  private static final Set<Integer> NO_SUCH_RECIPIENT = Set.of(550, 551, 553, 556);

  private final MailClient client;
  private final MailComposer composer;
  private final AddressBook people;
  private final Duration timeout;
  private final int atOnce;

  public EmailChannel(
      MailClient client, MailComposer composer, AddressBook people, Duration timeout, int atOnce) {
    this.client = client;
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
    Future<MailResult> sending = client.sendMail(composer.compose(delivery, address.get()));
    try {
      sending
          .toCompletionStage()
          .toCompletableFuture()
          .get(timeout.toMillis(), TimeUnit.MILLISECONDS);
      return new Outcome.Sent();
    } catch (TimeoutException e) {
      return new Outcome.Retry(
          "The mail server did not answer within " + timeout.toSeconds() + " seconds.");
    } catch (ExecutionException e) {
      return failure(delivery, e.getCause() == null ? e : e.getCause());
    }
  }

  private static Outcome failure(DueDelivery delivery, Throwable cause) {
    if (cause instanceof SMTPException smtp) {
      String reason = "The mail server answered " + smtp.getReplyCode() + ".";
      return NO_SUCH_RECIPIENT.contains(smtp.getReplyCode())
          ? new Outcome.GivenUp(reason)
          : new Outcome.Retry(reason);
    }
    if (cause instanceof ConnectException || cause instanceof UnknownHostException) {
      return new Outcome.Retry("The mail server cannot be reached.");
    }
    // The message may hold an address; its type says enough.
    LOG.warn("mail of delivery={} failed with {}", delivery.id(), cause.getClass().getName());
    return new Outcome.Retry("The mail could not be sent: " + cause.getClass().getSimpleName());
  }
}
