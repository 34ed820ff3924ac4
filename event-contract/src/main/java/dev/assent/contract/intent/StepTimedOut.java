package dev.assent.contract.intent;

import dev.assent.contract.plan.Assignee;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A step's deadline passed; its fallback follows.
 *
 * @param task the human task that nobody decided, or null for an agent's step
 */
public record StepTimedOut(
    String step, @Nullable TaskSummary task, String fallback, List<Assignee> told)
    implements IntentEvent {
  public StepTimedOut {
    told = List.copyOf(told);
  }
}
