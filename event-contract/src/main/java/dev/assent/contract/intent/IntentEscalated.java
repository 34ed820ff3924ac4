package dev.assent.contract.intent;

import dev.assent.contract.plan.Assignee;
import dev.assent.contract.timer.ArmedTimer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Nobody answered in time: the next in the chain are asked. Those before them may still decide.
 *
 * @param level from 1
 * @param reason a sentence for the audit trail
 */
public record IntentEscalated(
    String step,
    TaskSummary task,
    int level,
    List<Assignee> from,
    List<Assignee> to,
    String reason,
    @Nullable Instant dueAt,
    List<ArmedTimer> timers)
    implements IntentEvent {
  public IntentEscalated {
    from = List.copyOf(from);
    to = List.copyOf(to);
    timers = List.copyOf(timers);
  }
}
