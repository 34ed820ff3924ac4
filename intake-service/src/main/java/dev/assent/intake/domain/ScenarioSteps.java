package dev.assent.intake.domain;

import dev.assent.contract.id.IntentId;
import dev.assent.contract.plan.AgentTask;
import dev.assent.contract.plan.Announcement;
import dev.assent.contract.plan.ApprovalPolicy;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.Delay;
import dev.assent.contract.plan.Fallback;
import dev.assent.contract.plan.HumanGate;
import dev.assent.contract.plan.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the workflow of a scenario. */
final class ScenarioSteps {

  private final TaskReader tasks;
  private final Cast cast;
  private final Frame frame;
  private final @Nullable IntentId id;
  private final AxpReminders defaults;
  private final @Nullable Fields defaultTask;
  private final int retries;
  private final List<Step> steps = new ArrayList<>();
  private final List<Fields> written = new ArrayList<>();

  /**
   * @param intent the intent's fields: what holds for steps that say nothing else
   * @param id stands in texts for {@code {{intent_id}}}
   */
  ScenarioSteps(Approvers approvers, Cast cast, Frame frame, Fields intent, @Nullable IntentId id) {
    this.tasks = new TaskReader(approvers);
    this.cast = cast;
    this.frame = frame;
    this.id = id;
    this.defaults = AxpReminders.read(intent, cast::people);
    this.defaultTask = intent.fields("human_task");
    Integer attempts = intent.number("max_delivery_attempts", 1, 100);
    this.retries = attempts == null ? 0 : attempts - 1;
  }

  List<Step> read(Fields workflow) {
    if (workflow.has("macro_id")) {
      workflow.wrong("macro_id", "macros are not known here; write the steps instead");
    }
    workflow.object("parameters");
    if (!workflow.has("steps") || workflow.isEmptyArray("steps")) {
      workflow.wrong("steps", "expected at least one step, got none");
    }
    for (Fields fields : workflow.each("steps", 100)) {
      step(fields);
      fields.end();
    }
    Jumps.check(steps, written);
    List<Step> entered = entered(workflow.text("entry_step", 100), workflow);
    workflow.end();
    return entered;
  }

  /** The steps from the entry on: jumps go forward, so none before it can ever run. */
  private List<Step> entered(@Nullable String entry, Fields workflow) {
    if (entry == null) {
      return steps;
    }
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).id().equals(entry)) {
        return steps.subList(i, steps.size());
      }
    }
    workflow.wrong("entry_step", "no step is called " + Say.quote(entry));
    return steps;
  }

  private void step(Fields fields) {
    String name = fields.text("step_id", 100);
    if (name == null && !fields.has("step_id")) {
      fields.wrong("step_id", "missing; give every step an id of its own");
    }
    String stepId = name == null ? "" : name;
    String assigned = fields.text("assigned_to", 383);
    boolean approval = fields.flag("requires_approval");
    Fields config = fields.fields("runtime_config");
    Fields older = fields.fields("config");
    Fields settings = config == null ? older == null ? fields.empty("config") : older : config;
    ScenarioKind kind = ScenarioKind.of(fields, assigned, approval, cast);
    Jumps.Of jumps = Jumps.Of.read(fields);
    AxpReminders reminders = AxpReminders.read(fields, cast::people).over(defaults);
    Duration deadline = fields.seconds("step_deadline_seconds");
    switch (kind) {
      case AGENT -> {
        if (approval) {
          // A gate before the agent; under the step's own id, so that jumps meet the gate first.
          var failure = new Jumps.Of(null, jumps.onFailure());
          add(gate(stepId, fields, assigned, null, reminders, failure), fields);
          add(agent(stepId + ".run", fields, assigned, deadline, jumps), fields);
        } else {
          add(agent(stepId, fields, assigned, deadline, jumps), fields);
        }
      }
      case HUMAN -> add(gate(stepId, fields, assigned, deadline, reminders, jumps), fields);
      case DELAY -> add(delay(stepId, settings, jumps), fields);
      case NOTIFICATION -> add(notification(stepId, settings, assigned, jumps), fields);
      case UNKNOWN -> fields.ignoreRest();
    }
    fields.take("input");
    fields.take("retry");
    fields.take("human_task");
    settings.ignoreRest();
  }

  private void add(Step step, Fields fields) {
    steps.add(step);
    written.add(fields);
  }

  private Step agent(
      String stepId,
      Fields fields,
      @Nullable String assigned,
      @Nullable Duration deadline,
      Jumps.Of jumps) {
    String address = assigned == null ? null : cast.agent(assigned);
    if (address == null) {
      String got = assigned == null ? "nothing" : Say.quote(assigned);
      fields.wrong("assigned_to", "expected the role or address of an agent, got " + got);
    }
    Fields retry = fields.fields("retry");
    Integer max = retry == null ? null : retry.number("max_retries", 0, 100);
    Duration pause = retry == null ? null : retry.seconds("retry_delay_seconds");
    return new AgentTask(
        stepId,
        address == null ? Target.PLATFORM_ADDRESS : address,
        fields.object("input"),
        deadline,
        max == null ? retries : max,
        pause == null ? StepReader.RETRY_DELAY : pause,
        jumps.onSuccess(),
        jumps.onFailure());
  }

  private Step gate(
      String stepId,
      Fields fields,
      @Nullable String assigned,
      @Nullable Duration deadline,
      AxpReminders reminders,
      Jumps.Of jumps) {
    Fields own = fields.fields("human_task");
    TaskReader.Task task = tasks.read(own == null ? defaultTask : own, frame.title());
    List<Assignee> asked = task.named();
    if (asked.isEmpty()) {
      boolean person = assigned != null && cast.agent(assigned) == null;
      asked =
          person
              ? cast.people(Objects.requireNonNull(assigned), fields, "assigned_to")
              : cast.people();
    }
    String failure = jumps.onFailure();
    return new HumanGate(
        stepId,
        task.spec(),
        new ApprovalPolicy(
            asked.isEmpty() ? cast.people() : asked,
            reminders.reminders(),
            reminders.escalation(frame.longestGate(deadline)),
            frame.gateDeadline(deadline),
            failure == null ? new Fallback.TimeOut() : new Fallback.GoTo(failure)),
        jumps.onSuccess(),
        failure);
  }

  private static Step delay(String stepId, Fields settings, Jumps.Of jumps) {
    Duration length = settings.seconds("seconds");
    if (length == null && !settings.has("seconds")) {
      settings.wrong("seconds", "missing; say how long to wait");
    }
    return new Delay(
        stepId,
        length == null ? Duration.ofSeconds(1) : length,
        settings.text("reason", 1000),
        jumps.onSuccess());
  }

  private Step notification(
      String stepId, Fields settings, @Nullable String assigned, Jumps.Of jumps) {
    String subject = settings.text("subject", 255);
    String body = settings.text("body", 10_000);
    List<Assignee> told =
        assigned != null && cast.hasPerson(assigned)
            ? cast.people(assigned, settings, "assigned_to")
            : cast.people();
    return new Announcement(
        stepId,
        told,
        filled(subject == null ? frame.title() : subject),
        filled(body == null ? frame.title() : body),
        jumps.onSuccess());
  }

  private String filled(String text) {
    return text.replace("{{intent_id}}", id == null ? "{{intent_id}}" : id.toString());
  }
}
