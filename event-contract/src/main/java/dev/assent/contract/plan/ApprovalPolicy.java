package dev.assent.contract.plan;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may decide, how they are reminded, who is asked next, and what happens when nobody answers.
 * Frozen into the intent when it is submitted: later edits of a policy never change a waiting one.
 *
 * @param approvers who is asked first; never empty
 * @param escalation the chain after them, in order
 * @param deadline how long the gate waits in all; null: as long as the intent's own deadline
 * @param fallback what happens at the deadline, named in words; never approves unless it says so
 */
public record ApprovalPolicy(
    List<Assignee> approvers,
    Reminders reminders,
    List<EscalationLevel> escalation,
    @Nullable Duration deadline,
    Fallback fallback) {

  public ApprovalPolicy {
    approvers = List.copyOf(approvers);
    escalation = List.copyOf(escalation);
  }
}
