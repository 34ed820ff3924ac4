package dev.assent.intake.domain;

import dev.assent.contract.plan.ApprovalPolicy;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.EscalationLevel;
import dev.assent.contract.plan.Fallback;
import dev.assent.contract.plan.HumanGate;
import dev.assent.contract.plan.Reminders;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a human gate: what is asked ({@code human_task}) and of whom ({@code approval}). */
final class GateReader {

  private final TaskReader tasks;
  private final ApprovalReader approvals;
  private final Approvers approvers;

  GateReader(Approvers approvers) {
    this.approvers = approvers;
    this.tasks = new TaskReader(approvers);
    this.approvals = new ApprovalReader(approvers);
  }

  Approval approval(Fields level) {
    return approvals.read(level.fields("approval"));
  }

  /**
   * The gate that these fields describe.
   *
   * @param level the fields of the submission or of a step
   * @param approval its own, or the one that it inherits
   * @param open whether anyone may decide who can sign in when nobody is named
   */
  HumanGate read(
      String id, Fields level, Approval approval, boolean open, Frame frame, Jumps.Of jumps) {
    TaskReader.Task task = tasks.read(level.fields("human_task"), frame.title());
    AxpReminders axp = AxpReminders.read(level, this::escalateTo);
    if (axp.max() != null && !axp.remind()) {
      level.wrong("max_reminders", "needs remind_after_seconds: when the first one goes out");
    }
    return new HumanGate(
        id,
        task.spec(),
        new ApprovalPolicy(
            asked(level, approval, task.named(), open),
            reminders(level, approval, axp),
            escalation(level, approval, axp, frame),
            frame.gateDeadline(approval.deadline()),
            fallback(approval, frame)),
        jumps.onSuccess(),
        jumps.onFailure());
  }

  private List<Assignee> escalateTo(String text, Fields fields, String name) {
    Assignee to = approvers.find(text, fields, name);
    return to == null ? List.of() : List.of(to);
  }

  private static List<Assignee> asked(
      Fields level, Approval approval, List<Assignee> named, boolean open) {
    if (!approval.approvers().isEmpty()) {
      if (!named.isEmpty()) {
        level.wrong(
            "human_task", "names people, and so does approval.approvers; name them in one place");
      }
      return approval.approvers();
    }
    if (!named.isEmpty()) {
      return named;
    }
    Fields written = approval.fields();
    if (written != null) {
      if (!written.has("approvers") || written.isEmptyArray("approvers")) {
        written.wrong(
            "approvers", "missing; name who may decide: a person's id, group:<id> or anyone");
      }
    } else if (!open) {
      level.wrong("approval", "missing; name in approval.approvers who may decide");
    }
    return List.of(Assignee.ANYONE);
  }

  private static Reminders reminders(Fields level, Approval approval, AxpReminders axp) {
    if (approval.reminders() == null) {
      return axp.reminders();
    }
    if (axp.remind()) {
      level.wrong("remind_after_seconds", "given twice, also as approval.reminders");
    }
    return approval.reminders();
  }

  private static List<EscalationLevel> escalation(
      Fields level, Approval approval, AxpReminders axp, Frame frame) {
    List<EscalationLevel> chain = approval.escalation();
    Duration longest = frame.longestGate(approval.deadline());
    if (chain == null) {
      return axp.escalation(longest);
    }
    if (!axp.escalateTo().isEmpty()) {
      level.wrong("escalate_to", "given twice, also as approval.escalation");
    }
    Duration reached = Duration.ZERO;
    Fields written = approval.fields();
    for (int i = 0; i < chain.size(); i++) {
      reached = reached.plus(chain.get(i).after());
      if (written != null && reached.compareTo(longest) >= 0) {
        written.wrong(
            "escalation[" + i + "].after",
            "would come " + reached + " after the first were asked, but by then the gate is over");
      }
    }
    return chain;
  }

  private static Fallback fallback(Approval approval, Frame frame) {
    Fallback fallback = approval.fallback();
    Fields written = approval.fields();
    boolean endsWithIntent = approval.deadline() == null && frame.deadlineAt() != null;
    if (written != null
        && fallback != null
        && endsWithIntent
        && (!frame.single() || goesOn(fallback))) {
      written.wrong(
          "fallback",
          "needs approval.deadline: at deadline_at the whole intent ends, not the gate");
    }
    return fallback == null ? new Fallback.TimeOut() : fallback;
  }

  /** What no intent does that has come to its own deadline. */
  private static boolean goesOn(Fallback fallback) {
    return fallback instanceof Fallback.GoTo || fallback instanceof Fallback.Approve;
  }

  /** What the intent does at its own deadline: what its only gate would do at its. */
  static Fallback onDeadline(@Nullable HumanGate only) {
    return only == null || only.policy().deadline() != null
        ? new Fallback.TimeOut()
        : only.policy().fallback();
  }
}
