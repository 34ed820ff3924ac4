package dev.assent.notifier.delivery;

import dev.assent.notifier.domain.Lane;
import java.time.Duration;

/**
 * Stands in for a channel that deliveries wait for and the configuration does not know any more.
 */
record ClosedChannel(Lane lane) implements Channel {

  private static final int AT_ONCE = 100;

  @Override
  public int atOnce() {
    return AT_ONCE;
  }

  @Override
  public Duration timeout() {
    return Duration.ZERO;
  }

  @Override
  public Outcome send(DueDelivery delivery) {
    return new Outcome.GivenUp("The channel was switched off or removed from the configuration.");
  }
}
