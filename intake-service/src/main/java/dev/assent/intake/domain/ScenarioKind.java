package dev.assent.intake.domain;

import org.jspecify.annotations.Nullable;

/** What a scenario's step is, from its tool, its runtime type, or for want of both its assignee. */
enum ScenarioKind {
  AGENT,
  HUMAN,
  DELAY,
  NOTIFICATION,
  /** Said to be wrong already. */
  UNKNOWN;

  static ScenarioKind of(
      Fields step, @Nullable String assigned, boolean requiresApproval, Cast cast) {
    String runtime = step.text("runtime_type", 64);
    String tool = step.text("tool_id", 255);
    if (runtime != null) {
      return ofRuntime(runtime, step);
    }
    if (tool != null) {
      return ofTool(tool, requiresApproval, step);
    }
    if (assigned != null && cast.agent(assigned) != null) {
      return AGENT;
    }
    if (requiresApproval
        || step.has("human_task")
        || assigned != null && cast.hasPerson(assigned)) {
      return HUMAN;
    }
    step.wrong(
        "",
        "says neither by tool_id nor runtime_type nor assigned_to whether an agent or a person"
            + " does it");
    return UNKNOWN;
  }

  private static ScenarioKind ofRuntime(String runtime, Fields step) {
    return switch (runtime) {
      case "human_approval" -> HUMAN;
      case "delay" -> DELAY;
      case "notification" -> NOTIFICATION;
      case "timeout" ->
          instead(step, runtime, "step_deadline_seconds to the step that must be done in time");
      case "reminder" -> instead(step, runtime, "remind_after_seconds to the step that people do");
      case "escalation" -> instead(step, runtime, "escalate_to to the step that people do");
      default -> {
        step.wrong("runtime_type", "unknown runtime_type: " + Say.quote(runtime));
        yield UNKNOWN;
      }
    };
  }

  private static ScenarioKind ofTool(String tool, boolean requiresApproval, Fields step) {
    return switch (tool) {
      case "tool.agent.task.v1", "tool.approval.check_window", "tool.approval.risk_assessment" ->
          AGENT;
      case "tool.approval.human_signoff", "tool.human.approval.v1" -> HUMAN;
      case "tool.notification.notify_owner" -> requiresApproval ? HUMAN : NOTIFICATION;
      case "tool.internal.delay" -> DELAY;
      case "tool.internal.notification" -> NOTIFICATION;
      case "tool.internal.escalation" ->
          instead(step, tool, "escalate_to to the step that people do");
      default -> {
        step.wrong("tool_id", "unknown tool_id: " + tool.substring(0, Math.min(60, tool.length())));
        yield UNKNOWN;
      }
    };
  }

  private static ScenarioKind instead(Fields step, String what, String give) {
    step.wrong(
        step.has("runtime_type") ? "runtime_type" : "tool_id",
        what + " is no step of its own here; give " + give);
    return UNKNOWN;
  }
}
