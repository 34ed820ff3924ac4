package dev.assent.contract.intent;

import dev.assent.contract.notification.ChannelKind;
import dev.assent.contract.notification.NoticeKind;

/**
 * Somebody was told. May follow the ending: mails outlive intents.
 *
 * @param delivery the delivery's id, derived from the event that asked for it
 * @param recipient the person's id or the webhook's name, never an address
 * @param attempts how many tries it took
 */
public record IntentNotified(
    String delivery, NoticeKind notice, ChannelKind channel, String recipient, int attempts)
    implements IntentEvent {}
