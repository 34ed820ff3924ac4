package dev.assent.contract.intent;

import dev.assent.contract.plan.Assignee;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A person handed their task to somebody else. */
public record IntentTransfer(
    String step, TaskSummary task, Actor by, List<Assignee> to, @Nullable String note)
    implements IntentEvent {
  public IntentTransfer {
    to = List.copyOf(to);
  }
}
