package dev.assent.contract.plan;

import java.time.Duration;
import java.util.List;

/**
 * Who is asked next when those before did not answer.
 *
 * @param after how long the level before had, counted from the moment it was asked
 */
public record EscalationLevel(Duration after, List<Assignee> to) {

  public EscalationLevel {
    to = List.copyOf(to);
  }
}
