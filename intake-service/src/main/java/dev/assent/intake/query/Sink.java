package dev.assent.intake.query;

import java.io.IOException;

/** Where the frames of an event stream go. */
public interface Sink {

  /**
   * Sends one event at once.
   *
   * @param data one line
   */
  void event(long seq, String name, String data) throws IOException;

  /** Says that the window is over; {@code next} is what to ask from next time. */
  void timeout(long next) throws IOException;

  /** Sends what no client takes for an event, so that nobody in between thinks the line dead. */
  void heartbeat() throws IOException;

  /** Whether nobody listens any more, or this process stops. */
  boolean isGone();
}
