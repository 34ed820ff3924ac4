package dev.assent.intake.query;

import dev.assent.contract.id.IntentId;
import java.time.Duration;

/** Lets a read wait for the view, so that it sees a write that was answered before. */
public interface Freshness {

  /**
   * Waits until the view holds what this process has seen of the log about this intent.
   *
   * @return false if time was up first; the read may then be a little behind
   */
  boolean await(IntentId intent, Duration timeout);

  /** The same for all intents, before a list is read. */
  boolean awaitAll(Duration timeout);
}
