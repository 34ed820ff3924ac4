package dev.assent.contract.notification;

/** Why somebody is told something. */
public enum NoticeKind {
  TASK_ASSIGNED,
  REMINDER,
  ESCALATED,
  DECIDED,
  TIMED_OUT,
  ANNOUNCEMENT
}
