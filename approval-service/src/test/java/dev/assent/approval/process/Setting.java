package dev.assent.approval.process;

import dev.assent.contract.plan.AgentTask;
import dev.assent.contract.plan.ApprovalPolicy;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.Delay;
import dev.assent.contract.plan.EscalationLevel;
import dev.assent.contract.plan.Fallback;
import dev.assent.contract.plan.HumanGate;
import dev.assent.contract.plan.Plan;
import dev.assent.contract.plan.Reminders;
import dev.assent.contract.plan.Step;
import dev.assent.contract.plan.TaskSpec;
import dev.assent.contract.plan.TaskType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an intent of a race is in, before the two inputs come. Its gates ask ada and the group sre
 * (bo), remind after 5 minutes, ask cy after 10, and wait for an hour.
 *
 * @param before inputs that are decided before the race
 */
record Setting(String name, Plan plan, List<Move> before) {

  static final String AGENT = "agent://demo/prod/builder";
  private static final Instant DEADLINE = Instant.parse("2026-11-23T12:00:00Z");

  private static final Map<String, Setting> BY_NAME =
      Map.of(
          "a gate",
          plan("a gate", gate("first", new Fallback.Reject())),
          "a gate, or cancel",
          plan("a gate, or cancel", gate("first", new Fallback.Cancel())),
          "a gate, or yes",
          plan("a gate, or yes", gate("first", new Fallback.Approve())),
          "a gate, or wait",
          plan("a gate, or wait", gate("first", new Fallback.GoTo("wait")), waiting()),
          "a gate, then wait",
          plan("a gate, then wait", gate("first", new Fallback.Reject()), waiting()),
          "two gates",
          plan(
              "two gates",
              gate("first", new Fallback.Reject()),
              gate("second", new Fallback.Reject())),
          "build",
          plan("build", task("build", 0, null)),
          "build, or report",
          plan("build, or report", task("build", 0, "report"), task("report", 0, null)),
          "build, then a gate",
          plan("build, then a gate", task("build", 0, null), gate("first", new Fallback.Reject())),
          "build, failed once",
          plan("build, failed once", task("build", 1, null)).after("build 1 fails"));

  /**
   * The setting of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Setting of(String name) {
    return Optional.ofNullable(BY_NAME.get(name))
        .orElseThrow(() -> new IllegalArgumentException("no such setting: " + name));
  }

  private Setting after(String... moves) {
    return new Setting(name, plan, List.of(moves).stream().map(Move::of).toList());
  }

  private static Setting plan(String name, Step... steps) {
    Plan plan = new Plan(name, List.of(steps), DEADLINE, new Fallback.TimeOut());
    return new Setting(name, plan, List.of());
  }

  private static HumanGate gate(String id, Fallback fallback) {
    TaskSpec task =
        new TaskSpec(
            TaskType.APPROVAL,
            "Decide " + id,
            null,
            List.of("approved", "rejected"),
            false,
            false,
            true,
            null);
    ApprovalPolicy policy =
        new ApprovalPolicy(
            List.of(Assignee.person("ada"), Assignee.group("sre")),
            new Reminders(List.of(Duration.ofMinutes(5)), null, 0),
            List.of(new EscalationLevel(Duration.ofMinutes(10), List.of(Assignee.person("cy")))),
            Duration.ofHours(1),
            fallback);
    return new HumanGate(id, task, policy, null, null);
  }

  private static AgentTask task(String id, int retries, String onFailure) {
    return new AgentTask(
        id, AGENT, null, Duration.ofMinutes(10), retries, Duration.ofMinutes(1), null, onFailure);
  }

  private static Delay waiting() {
    return new Delay("wait", Duration.ofHours(1), "let it settle", null);
  }
}
