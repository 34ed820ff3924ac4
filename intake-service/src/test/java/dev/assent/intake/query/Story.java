package dev.assent.intake.query;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.id.TaskId;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.DecisionRecorded;
import dev.assent.contract.intent.HumanTaskAssigned;
import dev.assent.contract.intent.IntentCompleted;
import dev.assent.contract.intent.IntentCreated;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.intent.IntentReminder;
import dev.assent.contract.intent.IntentSubmitted;
import dev.assent.contract.intent.TaskSummary;
import dev.assent.contract.intent.Verdict;
import dev.assent.contract.json.EventCodec;
import dev.assent.contract.plan.ApprovalPolicy;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.Fallback;
import dev.assent.contract.plan.HumanGate;
import dev.assent.contract.plan.Plan;
import dev.assent.contract.plan.Reminders;
import dev.assent.contract.plan.TaskSpec;
import dev.assent.contract.plan.TaskType;
import dev.assent.eventlog.append.LogRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** One intent: the planner asks, Ada is reminded, and approves. */
final class Story {

  static final IntentId INTENT = IntentId.of("0b0a0c0d-0000-4000-8000-000000000001");
  static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
  static final List<Assignee> ADA = List.of(Assignee.person("ada"));
  static final TaskSpec SPEC =
      new TaskSpec(
          TaskType.APPROVAL,
          "Add an index",
          null,
          List.of("approved", "rejected"),
          false,
          false,
          false,
          null);
  static final Plan PLAN =
      new Plan(
          "Add an index",
          List.of(
              new HumanGate(
                  "approval",
                  SPEC,
                  new ApprovalPolicy(
                      ADA,
                      new Reminders(List.of(Duration.ofMinutes(5)), null, 0),
                      List.of(),
                      null,
                      new Fallback.TimeOut()),
                  null,
                  null)),
          NINE.plusSeconds(3600),
          new Fallback.TimeOut());

  private static final TaskSummary TASK =
      new TaskSummary(
          TaskId.of("0b0a0c0d-0000-4000-8000-000000000003"),
          TaskType.APPROVAL,
          "Add an index",
          null);

  private Story() {}

  static List<RecordedEvent> whole() {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return recorded(
        List.of(
            new IntentCreated(
                "ops.db.index.v1",
                "agent://acme/prod/planner",
                "human",
                null,
                "correlation",
                json.objectNode().put("table", "users"),
                "digest",
                null,
                "submission"),
            new IntentSubmitted(PLAN, null, List.of()),
            new HumanTaskAssigned(
                "approval", TASK.id(), SPEC, ADA, "digest", NINE.plusSeconds(3600), List.of()),
            new IntentReminder("approval", TASK, 1, ADA, null, List.of()),
            new DecisionRecorded(
                "approval",
                TASK,
                "input",
                "approved",
                Verdict.POSITIVE,
                Actor.person("ada", List.of(), "session"),
                "web",
                "looks <b>safe</b>",
                null,
                "digest",
                false,
                List.of()),
            new IntentCompleted(json.objectNode().put("ok", true), null, null)));
  }

  static List<RecordedEvent> first(int count) {
    return whole().subList(0, count);
  }

  /** This event of the story as the log's tail hands it over. */
  static LogRecord live(int sequence) {
    WireRecord wire = EventCodec.encode(whole().get(sequence - 1));
    return new LogRecord("t.events", 0, sequence, wire.key(), wire.headers(), wire.value(), 0);
  }

  static List<RecordedEvent> recorded(List<IntentEvent> events) {
    List<RecordedEvent> recorded = new ArrayList<>();
    for (IntentEvent event : events) {
      long sequence = recorded.size() + 1;
      recorded.add(
          new RecordedEvent(
              new Envelope(
                  INTENT, sequence, NINE.plusSeconds(sequence), "approval", "c", "cause", null),
              event));
    }
    return recorded;
  }
}
