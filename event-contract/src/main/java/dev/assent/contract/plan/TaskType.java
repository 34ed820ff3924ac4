package dev.assent.contract.plan;

import java.util.List;

/** What kind of answer is asked of a person, and the outcomes allowed when none are named. */
public enum TaskType {
  APPROVAL("approved", "rejected"),
  REVIEW("approved", "changes_requested", "rejected"),
  FORM("submitted"),
  CLARIFICATION("provided", "rejected"),
  PROVIDE_DATA("provided", "rejected"),
  ATTACH_FILE("provided", "rejected"),
  MANUAL_ACTION("completed", "failed"),
  CONFIRMATION("confirmed", "rejected"),
  VALIDATE_REAL_WORLD("confirmed", "rejected"),
  VALIDATE_OUTPUT("confirmed", "rejected"),
  ASSIGNMENT("assigned", "declined"),
  DELEGATION("assigned", "declined"),
  REROUTE("assigned", "declined"),
  OVERRIDE("override_approved", "rejected"),
  ESCALATE("acknowledged", "rejected");

  private final List<String> defaultOutcomes;

  TaskType(String... defaultOutcomes) {
    this.defaultOutcomes = List.of(defaultOutcomes);
  }

  public List<String> defaultOutcomes() {
    return defaultOutcomes;
  }
}
