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

  /**
   * Waits until the view holds all that anybody can have been told about this intent. Only after
   * this may a read say that there is none.
   *
   * @return false if time was up first: whether there is one is then not known
   */
  boolean awaitEnd(IntentId intent, Duration timeout);

  /** Waits for what this process has seen about all intents, before a list is read. */
  boolean awaitAll(Duration timeout);
}
