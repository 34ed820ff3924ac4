package dev.assent.contract.intent;

import dev.assent.contract.id.TaskId;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.TaskSpec;
import dev.assent.contract.timer.ArmedTimer;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A gate opened: people were asked.
 *
 * @param payloadDigest what the decision must name: the digest of the payload that is shown
 * @param dueAt when the fallback comes into force; null: with the intent's own deadline, or never
 */
public record HumanTaskAssigned(
    String step,
    TaskId task,
    TaskSpec spec,
    List<Assignee> assignees,
    String payloadDigest,
    @Nullable Instant dueAt,
    List<ArmedTimer> timers)
    implements IntentEvent {
  public HumanTaskAssigned {
    assignees = List.copyOf(assignees);
    timers = List.copyOf(timers);
  }

  public TaskSummary summary() {
    return new TaskSummary(task, spec.type(), spec.title(), spec.description());
  }
}
