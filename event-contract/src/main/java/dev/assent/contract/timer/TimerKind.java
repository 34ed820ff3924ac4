package dev.assent.contract.timer;

/** What a timer is for; an intent has at most one live timer of each kind. */
public enum TimerKind {
  REMINDER,
  ESCALATION,
  STEP_DEADLINE,
  INTENT_DEADLINE,
  DELAY,
  REDELIVERY;

  /** Whether it ends with the step that armed it. */
  public boolean belongsToStep() {
    return this != INTENT_DEADLINE;
  }
}
