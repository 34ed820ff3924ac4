package dev.assent.approval.page;

import dev.assent.approval.query.TaskView;
import dev.assent.contract.plan.ApprovalPolicy;
import dev.assent.contract.plan.EscalationLevel;
import dev.assent.contract.plan.Fallback;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What happens to an open task unless somebody answers. */
final class Outlooks {

  private final Names names;
  private final Times times;

  Outlooks(Names names, Times times) {
    this.names = names;
    this.times = times;
  }

  List<TaskPage.Outlook> of(TaskView task) {
    if (!task.isOpen()) {
      return List.of();
    }
    List<TaskPage.Outlook> ahead = new ArrayList<>();
    ApprovalPolicy policy = task.question().policy();
    Instant at = task.question().openedAt();
    for (int level = 0; level < policy.escalation().size(); level++) {
      EscalationLevel next = policy.escalation().get(level);
      at = at.plus(next.after());
      if (level >= task.level() && (task.dueAt() == null || at.isBefore(task.dueAt()))) {
        ahead.add(
            new TaskPage.Outlook(
                names.upper(names.anyOf(next.to())) + " is asked as well", times.moment(at)));
      }
    }
    Instant due = task.dueAt();
    if (due != null) {
      String end = policy.deadline() == null ? "The request ends" : words(policy.fallback());
      ahead.add(new TaskPage.Outlook(end, times.moment(due)));
    }
    return ahead;
  }

  private static String words(Fallback fallback) {
    return switch (fallback) {
      case Fallback.Reject reject -> "It counts as rejected";
      case Fallback.Approve approve -> "It counts as approved: the policy says so in words";
      case Fallback.Cancel cancel -> "The request is canceled";
      case Fallback.TimeOut timeOut -> "The request ends as timed out";
      case Fallback.CompleteWith given -> "The request completes with a default result";
      case Fallback.GoTo jump ->
          "The request goes on with step “" + Visible.line(jump.step()) + "”";
    };
  }
}
