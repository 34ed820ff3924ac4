package dev.assent.access;

import java.time.Duration;

/** Sign-in is slowed down for a while; it says nothing about the password that came. */
public class TooManyAttemptsException extends RuntimeException {

  private final Duration retryAfter;

  public TooManyAttemptsException(Duration retryAfter) {
    super(
        "Expected fewer attempts to sign in; try again in "
            + Math.max(1, retryAfter.toSeconds())
            + " s.");
    this.retryAfter = retryAfter;
  }

  /** How long to wait before another attempt can succeed. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
