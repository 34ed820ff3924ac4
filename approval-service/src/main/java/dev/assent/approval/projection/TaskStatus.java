package dev.assent.approval.projection;

/** What became of a human task. */
public enum TaskStatus {
  OPEN,
  /** Answered, by a person or by the policy. */
  DECIDED,
  /** Nobody answered in time, and the policy went on without an answer. */
  EXPIRED,
  /** The intent ended while people were asked. */
  WITHDRAWN;

  /** The word in the view. */
  public String word() {
    return switch (this) {
      case OPEN -> "open";
      case DECIDED -> "decided";
      case EXPIRED -> "expired";
      case WITHDRAWN -> "withdrawn";
    };
  }
}
