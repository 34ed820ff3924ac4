package dev.assent.approval.query;

import dev.assent.approval.projection.ApprovalRow.Question;
import dev.assent.approval.projection.Closing;
import dev.assent.approval.projection.TaskStatus;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.id.TaskId;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.plan.Assignee;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A human task, as people and agents look it up.
 *
 * @param assignees everybody who may decide
 * @param asked those who are asked now
 * @param from who asks: the sender of the intent
 * @param closing null while it is open
 */
public record TaskView(
    TaskId id,
    IntentId intent,
    String intentType,
    String from,
    String step,
    Question question,
    List<Assignee> assignees,
    List<Assignee> asked,
    @Nullable Instant dueAt,
    int level,
    int reminders,
    TaskStatus status,
    @Nullable Closing closing) {

  public TaskView {
    assignees = List.copyOf(assignees);
    asked = List.copyOf(asked);
  }

  public boolean isOpen() {
    return status == TaskStatus.OPEN;
  }

  /** Whether this person may decide, or was among those who might. */
  public boolean concerns(Actor person) {
    return assignees.stream().anyMatch(assignee -> assignee.covers(person))
        || closing != null && closing.by() != null && closing.by().id().equals(person.id());
  }
}
