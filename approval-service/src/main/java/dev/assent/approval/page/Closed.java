package dev.assent.approval.page;

import dev.assent.approval.projection.Closing;
import dev.assent.approval.query.TaskView;
import dev.assent.contract.intent.Actor;
import org.jspecify.annotations.Nullable;

/** The words for how a task ended. */
final class Closed {

  private final Names names;
  private final Times times;

  Closed(Names names, Times times) {
    this.names = names;
    this.times = times;
  }

  InboxPage.ClosedCard card(TaskView task) {
    Closing closing = task.closing();
    Actor by = closing == null ? null : closing.by();
    return new InboxPage.ClosedCard(
        href(task),
        Visible.line(task.question().spec().title()),
        status(task),
        tone(task),
        by == null ? null : names.of(by),
        times.moment(closing == null ? task.question().openedAt() : closing.at()));
  }

  static String href(TaskView task) {
    return "/tasks/" + task.intent() + "?task=" + task.id();
  }

  static String status(TaskView task) {
    return switch (task.status()) {
      case OPEN -> "Open";
      case DECIDED -> Wording.status(String.valueOf(closing(task).outcome()));
      case EXPIRED -> "Nobody answered";
      case WITHDRAWN -> "Withdrawn";
    };
  }

  static String tone(TaskView task) {
    return switch (task.status()) {
      case DECIDED -> Wording.tone(String.valueOf(closing(task).outcome()));
      case OPEN, EXPIRED, WITHDRAWN -> "neutral";
    };
  }

  /** What happened in one sentence, without its full stop. */
  String sentence(TaskView task, String me) {
    Closing closing = closing(task);
    String who = who(closing, me);
    return switch (task.status()) {
      case OPEN -> "It is open";
      case DECIDED -> who + " " + Wording.past(String.valueOf(closing.outcome()));
      case EXPIRED -> "The deadline passed; " + consequence(closing.comment());
      case WITHDRAWN ->
          closing.by() == null
              ? "The request ended before anybody answered"
              : who + " ended the request before anybody answered";
    };
  }

  private String who(Closing closing, String me) {
    if (closing.by() == null) {
      return "The policy";
    }
    return closing.by().id().equals(me) ? "You" : names.of(closing.by());
  }

  /** What a fallback, as the log names it, did. */
  private static String consequence(@Nullable String fallback) {
    return switch (fallback == null ? "" : fallback) {
      case "reject" -> "as agreed, it counted as rejected";
      case "approve" -> "as the policy says in words, it counted as approved";
      case "cancel" -> "as agreed, the request was canceled";
      case "time_out" -> "as agreed, the request ended";
      case "complete" -> "as agreed, the request completed with a default result";
      default -> "the request went on without an answer";
    };
  }

  static Closing closing(TaskView task) {
    Closing closing = task.closing();
    if (closing == null) {
      throw new IllegalStateException("an open task has not been closed: " + task.id());
    }
    return closing;
  }
}
