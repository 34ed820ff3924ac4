package dev.assent.kernel.random;

import dev.assent.contract.plan.AgentTask;
import dev.assent.contract.plan.Announcement;
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
import dev.assent.kernel.story.IntentStory;
import dev.assent.kernel.story.Json;
import dev.assent.kernel.story.Who;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Plans as the intake lets them through: jumps go forward, everything else is anything. */
final class RandomPlans {

  static final List<String> PEOPLE = List.of("ada", "bo", "cy", "dee", "eve");
  static final List<String> AGENTS = List.of(Who.PLANNER, Who.MIGRATOR, Who.STRANGER);

  private static final List<Assignee> ASSIGNEES =
      List.of(
          Assignee.person("ada"),
          Assignee.person("bo"),
          Assignee.person("cy"),
          Assignee.group("sre"),
          Assignee.group("dba"),
          Assignee.ANYONE);
  private static final List<Duration> WAITS =
      List.of(
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          Duration.ofMinutes(7),
          Duration.ofMinutes(20),
          Duration.ofHours(2));

  private final Dice dice;
  private final boolean isEasy;

  /** One plan in four is easy: all gates, open to anyone, editable; so that answers meet edits. */
  RandomPlans(Dice dice) {
    this.dice = dice;
    this.isEasy = dice.oneIn(4);
  }

  Plan plan() {
    int size = 1 + dice.below(6);
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      steps.add(step("s" + i, later(i, size)));
    }
    var deadline = IntentStory.NINE.plus(dice.pick(WAITS).multipliedBy(1 + dice.below(5)));
    return new Plan(
        dice.oneIn(2) ? "A plan" : null,
        steps,
        dice.oneIn(2) ? deadline : null,
        fallback(List.of("s" + (size - 1))));
  }

  private static List<String> later(int from, int size) {
    List<String> later = new ArrayList<>();
    for (int i = from + 1; i < size; i++) {
      later.add("s" + i);
    }
    return later;
  }

  private Step step(String id, List<String> later) {
    return switch (isEasy ? 6 : dice.below(7)) {
      case 0, 1 -> agentTask(id, later);
      case 2 -> new Delay(id, dice.pick(WAITS), dice.oneIn(2) ? "so" : null, jump(later));
      case 3 -> new Announcement(id, dice.some(ASSIGNEES), "Subject", "Body", jump(later));
      default -> gate(id, later);
    };
  }

  private AgentTask agentTask(String id, List<String> later) {
    return new AgentTask(
        id,
        dice.pick(AGENTS),
        dice.oneIn(2) ? Json.json("{'n':1}") : null,
        dice.oneIn(2) ? dice.pick(WAITS) : null,
        dice.below(3),
        dice.pick(WAITS),
        jump(later),
        jump(later));
  }

  private HumanGate gate(String id, List<String> later) {
    List<EscalationLevel> chain = new ArrayList<>();
    for (int i = dice.below(4); i > 0; i--) {
      chain.add(new EscalationLevel(dice.pick(WAITS), dice.some(ASSIGNEES)));
    }
    Duration deadline = dice.oneIn(3) ? null : dice.pick(WAITS).multipliedBy(1 + dice.below(4));
    ApprovalPolicy policy =
        new ApprovalPolicy(
            isEasy ? List.of(Assignee.ANYONE) : dice.some(ASSIGNEES),
            reminders(),
            chain,
            deadline,
            fallback(later));
    return new HumanGate(id, task(), policy, jump(later), jump(later));
  }

  private Reminders reminders() {
    List<Duration> after = new ArrayList<>();
    Duration last = Duration.ZERO;
    for (int i = dice.below(4); i > 0; i--) {
      last = last.plus(dice.pick(WAITS));
      after.add(last);
    }
    return new Reminders(after, dice.oneIn(2) ? dice.pick(WAITS) : null, dice.below(4));
  }

  private TaskSpec task() {
    TaskType type = isEasy ? TaskType.APPROVAL : dice.pick(TaskType.values());
    return new TaskSpec(
        type,
        "Title",
        dice.oneIn(2) ? "Description" : null,
        type.defaultOutcomes(),
        !isEasy && dice.oneIn(4),
        !isEasy && dice.oneIn(5),
        isEasy || dice.oneIn(2),
        !isEasy && dice.oneIn(4)
            ? Json.json(
                "{'properties':{'rows':{'type':'integer'},'approved':{'type':'boolean'}},"
                    + "'required':['approved']}")
            : null);
  }

  private Fallback fallback(List<String> later) {
    return switch (dice.below(later.isEmpty() ? 5 : 6)) {
      case 0 -> new Fallback.Reject();
      case 1 -> new Fallback.Approve();
      case 2 -> new Fallback.Cancel();
      case 3 -> new Fallback.TimeOut();
      case 4 -> new Fallback.CompleteWith(Json.json("{'default':true}"));
      default -> new Fallback.GoTo(dice.pick(later));
    };
  }

  private @Nullable String jump(List<String> later) {
    return dice.oneIn(3) ? dice.pickOrNull(later) : null;
  }
}
