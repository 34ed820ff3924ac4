package dev.assent.contract.plan;

/** What an assignee names. */
public enum AssigneeKind {
  PERSON,
  GROUP,
  /** Whoever may sign in. */
  ANYONE
}
