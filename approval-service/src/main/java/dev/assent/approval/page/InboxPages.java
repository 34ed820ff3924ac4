package dev.assent.approval.page;

import dev.assent.approval.query.TaskView;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the inbox of a person out of tasks. */
public final class InboxPages {

  private final Names names;
  private final Times times;
  private final Closed closed;

  public InboxPages(Names names, Times times) {
    this.names = names;
    this.times = times;
    this.closed = new Closed(names, times);
  }

  public InboxPage of(Frame frame, int openCount, List<TaskView> open, List<TaskView> recent) {
    return new InboxPage(
        frame,
        Math.max(openCount, open.size()),
        open.stream().map(this::card).toList(),
        recent.stream().map(closed::card).toList(),
        version(openCount, open, recent));
  }

  private InboxPage.Card card(TaskView task) {
    return new InboxPage.Card(
        "/tasks/" + task.intent() + "?task=" + task.id(),
        Visible.line(task.question().spec().title()),
        Wording.type(task.question().spec().type()),
        Visible.line(task.from()),
        times.moment(task.question().openedAt()),
        times.momentOrNull(task.dueAt()),
        Due.urgency(task.question().openedAt(), task.dueAt(), times.now()),
        escalated(task));
  }

  private @Nullable String escalated(TaskView task) {
    return task.level() == 0 ? null : "Escalated to " + names.anyOf(task.asked());
  }

  private static String version(int count, List<TaskView> open, List<TaskView> recent) {
    int hash = 17;
    for (TaskView task : open) {
      hash = 31 * hash + task.id().hashCode() + 7 * task.level() + 13 * task.assignees().hashCode();
    }
    for (TaskView task : recent) {
      hash = 31 * hash + task.id().hashCode() + task.status().ordinal();
    }
    return count + "-" + Integer.toHexString(hash);
  }
}
