package dev.assent.notifier.domain;

import dev.assent.contract.notification.ChannelKind;

/**
 * Whom a channel reaches.
 *
 * @param id a person's id, a webhook's name, or {@code console}; never an address
 */
public record Recipient(ChannelKind channel, String id) {

  /** The one recipient of the console. */
  public static final Recipient CONSOLE = new Recipient(ChannelKind.CONSOLE, "console");
}
