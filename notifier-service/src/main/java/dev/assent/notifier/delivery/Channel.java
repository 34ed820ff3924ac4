package dev.assent.notifier.delivery;

import dev.assent.notifier.domain.Lane;
import java.time.Duration;

/** A way to reach people or programs. */
public interface Channel {

  /** The lane that it serves. */
  Lane lane();

  /** How many deliveries it takes at once. */
  int atOnce();

  /** After which time a try has ended, one way or the other. */
  Duration timeout();

  /**
   * Tries once, within the timeout. Called on virtual threads, several at once. What it throws
   * counts as a failure that may pass.
   */
  Outcome send(DueDelivery delivery) throws InterruptedException;
}
