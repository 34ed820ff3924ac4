package dev.assent.notifier.delivery;

/** How an attempt went. */
public sealed interface Outcome {

  /** The other side took it. */
  record Sent() implements Outcome {}

  /**
   * Later it may go better.
   *
   * @param reason a sentence without addresses
   */
  record Retry(String reason) implements Outcome {}

  /**
   * It never will.
   *
   * @param reason a sentence without addresses
   */
  record GivenUp(String reason) implements Outcome {}

  /** It was not tried, for it is no news any more. */
  record TooOld() implements Outcome {}
}
