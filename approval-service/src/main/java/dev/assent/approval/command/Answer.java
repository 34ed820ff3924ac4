package dev.assent.approval.command;

import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.outcome.Refusal;
import java.util.List;

/** What came of a signal. */
public sealed interface Answer {

  /**
   * It was accepted.
   *
   * @param events what was decided, in order; never empty
   */
  record Accepted(List<RecordedEvent> events) implements Answer {
    public Accepted {
      events = List.copyOf(events);
    }
  }

  record Refused(Refusal refusal) implements Answer {}
}
