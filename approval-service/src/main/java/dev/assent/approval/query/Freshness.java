package dev.assent.approval.query;

import dev.assent.contract.id.IntentId;
import java.time.Duration;
import java.util.function.BooleanSupplier;

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

  /**
   * Waits until the view shows something about this intent, however many facts that takes.
   *
   * @return false if time was up first
   */
  boolean awaitThat(IntentId intent, BooleanSupplier shown, Duration timeout);

  /**
   * {@link #awaitEnd} about all intents: for a task, whose id does not say to which intent it
   * belongs.
   *
   * @return false if time was up first
   */
  boolean awaitEndOfAll(Duration timeout);
}
