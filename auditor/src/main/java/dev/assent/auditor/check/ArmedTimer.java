package dev.assent.auditor.check;

import java.time.Instant;

/**
 * A row of the view of the clock.
 *
 * @param kind the name of what it is for
 */
public record ArmedTimer(String intent, String kind, long generation, Instant dueAt) {

  String words() {
    return kind + " of generation " + generation + ", due at " + dueAt;
  }
}
