package dev.assent.notifier.domain;

import dev.assent.contract.notification.ChannelKind;
import java.util.Locale;

/**
 * What is sent one after the other: a channel, and of webhooks each endpoint by itself, so that a
 * slow one delays nobody else.
 *
 * @param name {@code email}, {@code console} or {@code webhook:} and the webhook's name
 */
public record Lane(ChannelKind channel, String name) {

  public static final Lane EMAIL = of(ChannelKind.EMAIL, "");
  public static final Lane CONSOLE = of(ChannelKind.CONSOLE, "");

  /** The lane on which this recipient of the channel is served. */
  public static Lane of(ChannelKind channel, String recipient) {
    String name = channel.name().toLowerCase(Locale.ROOT);
    return new Lane(channel, channel == ChannelKind.WEBHOOK ? name + ":" + recipient : name);
  }
}
