package dev.assent.contract.intent;

import dev.assent.contract.notification.ChannelKind;

/**
 * Somebody could not be told, or an agent not reached, and nobody tries again.
 *
 * @param delivery the delivery's id
 * @param recipient the person's id, the webhook's name or the agent's address
 * @param reason a sentence without addresses or payloads
 */
public record DeliveryFailed(
    String delivery, ChannelKind channel, String recipient, int attempts, String reason)
    implements IntentEvent {}
