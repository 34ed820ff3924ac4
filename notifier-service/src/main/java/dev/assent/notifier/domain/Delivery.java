package dev.assent.notifier.domain;

import dev.assent.contract.id.NamedUuid;
import dev.assent.contract.notification.ChannelKind;
import java.util.UUID;

/**
 * One notice to one recipient on one channel: the unit of work, with its own attempts.
 *
 * @param id follows from the notice, the channel and the recipient: whoever reads the event again
 *     finds this delivery, and does not make another
 */
public record Delivery(UUID id, Notice notice, int partition, Recipient recipient) {

  public static Delivery of(Notice notice, int partition, Recipient recipient) {
    UUID id =
        NamedUuid.of(
            "assent-delivery", notice.id().toString(), recipient.channel().name(), recipient.id());
    return new Delivery(id, notice, partition, recipient);
  }

  /** The id of the signal that says how a delivery ended: a second one says the same. */
  public static String receiptOf(UUID delivery) {
    return NamedUuid.of("assent-receipt", delivery.toString()).toString();
  }

  public ChannelKind channel() {
    return recipient.channel();
  }

  public Lane lane() {
    return Lane.of(recipient.channel(), recipient.id());
  }
}
