package dev.assent.notifier.delivery;

import dev.assent.contract.envelope.SignalEnvelope;
import dev.assent.contract.notification.ChannelKind;
import dev.assent.contract.signal.Signal;
import dev.assent.contract.signal.Signal.NoticeDelivered;
import dev.assent.contract.signal.Signal.NoticeFailed;
import dev.assent.notifier.domain.Delivery;
import java.time.Instant;

/**
 * What the log is told of a delivery that ended. The id follows from the delivery alone: a second
 * receipt of the same delivery is the same signal.
 */
final class ReceiptSignals {

  private static final String SOURCE = "notifier-service";

  private ReceiptSignals() {}

  static SignalEnvelope delivered(DueDelivery delivery, ChannelKind channel, Instant now) {
    return signal(
        delivery,
        now,
        new NoticeDelivered(
            delivery.id().toString(),
            delivery.notice().kind(),
            channel,
            delivery.recipient(),
            delivery.attempt()));
  }

  static SignalEnvelope failed(
      DueDelivery delivery, ChannelKind channel, Instant now, String reason) {
    return signal(
        delivery,
        now,
        new NoticeFailed(
            delivery.id().toString(), channel, delivery.recipient(), delivery.attempt(), reason));
  }

  private static SignalEnvelope signal(DueDelivery delivery, Instant now, Signal signal) {
    return new SignalEnvelope(
        Delivery.receiptOf(delivery.id()), delivery.notice().intent(), now, SOURCE, null, signal);
  }
}
