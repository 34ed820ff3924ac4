package dev.assent.kernel.story;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.contract.plan.ApprovalPolicy;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.EscalationLevel;
import dev.assent.contract.plan.Fallback;
import dev.assent.contract.plan.HumanGate;
import dev.assent.contract.plan.Reminders;
import dev.assent.contract.plan.TaskSpec;
import dev.assent.contract.plan.TaskType;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A human gate in words; without any, Ada may approve or reject, and nobody reminds her. */
public final class GateWords implements StepWords {

  private final String id;
  private final List<EscalationLevel> escalation = new ArrayList<>();
  private List<Assignee> approvers = List.of(Assignee.person("ada"));
  private List<Duration> reminders = List.of();
  private @Nullable Duration repeat;
  private int max;
  private @Nullable Duration deadline;
  private Fallback fallback = new Fallback.TimeOut();
  private TaskType type = TaskType.APPROVAL;
  private @Nullable List<String> outcomes;
  private boolean commentRequired;
  private boolean evidenceRequired;
  private boolean editable;
  private @Nullable JsonNode form;
  private @Nullable String onSuccess;
  private @Nullable String onFailure;

  GateWords(String id) {
    this.id = id;
  }

  public GateWords approver(String... who) {
    approvers = Stream.of(who).map(Assignee::parse).toList();
    return this;
  }

  public GateWords reminders(String... after) {
    reminders = Stream.of(after).map(Duration::parse).toList();
    return this;
  }

  public GateWords repeat(String pause) {
    repeat = Duration.parse(pause);
    return this;
  }

  public GateWords max(int most) {
    max = most;
    return this;
  }

  public GateWords escalate(String after, String... to) {
    escalation.add(
        new EscalationLevel(Duration.parse(after), Stream.of(to).map(Assignee::parse).toList()));
    return this;
  }

  public GateWords deadline(String length, Fallback then) {
    deadline = Duration.parse(length);
    fallback = then;
    return this;
  }

  public GateWords type(TaskType type) {
    this.type = type;
    return this;
  }

  public GateWords outcomes(String... allowed) {
    outcomes = List.of(allowed);
    return this;
  }

  public GateWords commentRequired() {
    commentRequired = true;
    return this;
  }

  public GateWords evidenceRequired() {
    evidenceRequired = true;
    return this;
  }

  public GateWords editable() {
    editable = true;
    return this;
  }

  public GateWords form(String schema) {
    form = Json.json(schema);
    return this;
  }

  public GateWords onSuccess(String step) {
    onSuccess = step;
    return this;
  }

  public GateWords onFailure(String step) {
    onFailure = step;
    return this;
  }

  public TaskSpec task() {
    return new TaskSpec(
        type,
        "May we do " + id + "?",
        "It is about " + id + ".",
        outcomes == null ? type.defaultOutcomes() : outcomes,
        commentRequired,
        evidenceRequired,
        editable,
        form);
  }

  @Override
  public HumanGate step() {
    return new HumanGate(
        id,
        task(),
        new ApprovalPolicy(
            approvers, new Reminders(reminders, repeat, max), escalation, deadline, fallback),
        onSuccess,
        onFailure);
  }
}
