package dev.assent.approval.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.IntentCreated;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.intent.IntentSubmitted;
import dev.assent.contract.json.CanonicalJson;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.json.EventCodec;
import dev.assent.contract.plan.AgentTask;
import dev.assent.contract.plan.ApprovalPolicy;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.Fallback;
import dev.assent.contract.plan.HumanGate;
import dev.assent.contract.plan.Plan;
import dev.assent.contract.plan.Reminders;
import dev.assent.contract.plan.Step;
import dev.assent.contract.plan.TaskSpec;
import dev.assent.contract.plan.TaskType;
import dev.assent.contract.timer.ArmedTimer;
import dev.assent.contract.timer.TimerKind;
import dev.assent.eventlog.append.Append;
import dev.assent.eventlog.kafka.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Births of intents, as intake writes them. */
public final class Intake {

  public static final String SENDER = "agent://demo/prod/migrator";

  /** The one step of {@link #submission}. */
  public static final String GATE = "approval";

  private Intake() {}

  public static TaskSpec task(String title, JsonNode form) {
    return new TaskSpec(
        TaskType.APPROVAL,
        title,
        "Please \u0000 decide",
        List.of("approved", "rejected"),
        false,
        false,
        false,
        form);
  }

  /** An intent with one gate. */
  public static List<Append> submission(
      Topics topics, IntentId intent, TaskSpec task, List<Assignee> approvers) {
    ApprovalPolicy policy =
        new ApprovalPolicy(
            approvers, Reminders.NONE, List.of(), Duration.ofHours(1), new Fallback.Reject());
    return submission(topics, intent, task.title(), new HumanGate(GATE, task, policy, null, null));
  }

  /** An intent that an agent carries out. */
  public static List<Append> errand(Topics topics, IntentId intent, String agent) {
    return submission(
        topics,
        intent,
        "errand",
        new AgentTask("work", agent, null, null, 0, Duration.ZERO, null, null));
  }

  private static List<Append> submission(Topics topics, IntentId intent, String title, Step step) {
    return submission(topics, intent, new Plan(title, List.of(step), null, new Fallback.TimeOut()));
  }

  /** An intent with this plan. */
  public static List<Append> submission(Topics topics, IntentId intent, Plan plan) {
    ObjectNode payload = payload(plan.title());
    IntentCreated created =
        new IntentCreated(
            "test.approval.v1",
            SENDER,
            "human",
            "agent://demo/prod/reporter",
            "correlation-" + intent,
            payload,
            CanonicalJson.digest(payload),
            null,
            "digest");
    Instant deadline = plan.deadlineAt();
    List<ArmedTimer> timers =
        deadline == null ? List.of() : List.of(new ArmedTimer(TimerKind.INTENT_DEADLINE, deadline));
    return List.of(
        fact(topics, intent, 1, created),
        fact(topics, intent, 2, new IntentSubmitted(plan, null, timers)));
  }

  static ObjectNode payload(String title) {
    return ContractJson.MAPPER.createObjectNode().put("title", title).put("amount", 12.50);
  }

  private static Append fact(Topics topics, IntentId intent, long sequence, IntentEvent event) {
    Envelope envelope =
        new Envelope(
            intent,
            sequence,
            Instant.now(),
            "intake",
            "correlation-" + intent,
            "submission-" + intent,
            null);
    WireRecord wire = EventCodec.encode(new RecordedEvent(envelope, event));
    return new Append(topics.events(), wire.key(), wire.headers(), wire.value());
  }
}
