package dev.assent.contract.intent;

/** Where an intent stands; the names are those that AXP clients know. */
public enum IntentStatus {
  CREATED,
  SUBMITTED,
  DELIVERED,
  ACKNOWLEDGED,
  IN_PROGRESS,
  WAITING,
  COMPLETED,
  FAILED,
  CANCELED,
  TIMED_OUT;

  public boolean isTerminal() {
    return switch (this) {
      case COMPLETED, FAILED, CANCELED, TIMED_OUT -> true;
      case CREATED, SUBMITTED, DELIVERED, ACKNOWLEDGED, IN_PROGRESS, WAITING -> false;
    };
  }
}
