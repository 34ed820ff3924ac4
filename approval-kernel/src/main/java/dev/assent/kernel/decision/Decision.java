package dev.assent.kernel.decision;

import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.outcome.Refusal;
import java.util.List;

/** What the kernel answers: events, or a reason why not. */
public sealed interface Decision {

  /** Accepted; the list is empty only for an input whose answer stands in the log already. */
  record Accepted(List<IntentEvent> events) implements Decision {
    public Accepted {
      events = List.copyOf(events);
    }
  }

  record Refused(Refusal refusal) implements Decision {}
}
