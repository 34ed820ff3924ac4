package dev.assent.contract.intent;

import dev.assent.contract.plan.Assignee;
import dev.assent.contract.timer.ArmedTimer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Those who are asked were reminded.
 *
 * @param number from 1, over the whole gate
 */
public record IntentReminder(
    String step,
    TaskSummary task,
    int number,
    List<Assignee> to,
    @Nullable Instant dueAt,
    List<ArmedTimer> timers)
    implements IntentEvent {
  public IntentReminder {
    to = List.copyOf(to);
    timers = List.copyOf(timers);
  }
}
