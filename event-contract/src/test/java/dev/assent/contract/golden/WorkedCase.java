package dev.assent.contract.golden;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.id.TaskId;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.DecisionSummary;
import dev.assent.contract.intent.TaskSummary;
import dev.assent.contract.intent.Verdict;
import dev.assent.contract.json.CanonicalJson;
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
import dev.assent.contract.plan.TaskSpec;
import dev.assent.contract.plan.TaskType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The case that all samples tell: an agent wants an index on the production database. */
public final class WorkedCase {

  public static final IntentId INTENT = IntentId.of("0b6f3a52-6d0e-4c19-9d2b-5f0f6f1f2a01");
  public static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
  public static final String MIGRATOR = "agent://acme/prod/migrator";
  public static final String PLANNER = "agent://acme/prod/planner";
  public static final String CORRELATION = "3c1a7c0e-7f0a-4a59-8a3e-0a6a2d7c9b10";
  public static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  public static final Actor ADA = Actor.person("ada", List.of("dba", "sre"), "session");
  public static final Actor AGENT = Actor.agent(PLANNER, "api_key");

  public static final JsonNode PAYLOAD =
      JsonNodeFactory.instance
          .objectNode()
          .put("database", "prod-postgres-main")
          .put("change", "create index concurrently users_email on users (email)")
          .put("index", "users_email")
          .put("rows", 48_200_000);
  public static final JsonNode EDITED = PAYLOAD.<ObjectNode>deepCopy().put("maintenance", true);
  public static final String DIGEST = CanonicalJson.digest(PAYLOAD);
  public static final String EDITED_DIGEST = CanonicalJson.digest(EDITED);

  public static final TaskId TASK = TaskId.of("9f1c1f6e-53b7-8a35-b0d4-3a8b3a5f7c02");
  public static final TaskSpec SPEC =
      new TaskSpec(
          TaskType.APPROVAL,
          "Add index users_email on prod-postgres-main",
          "Built concurrently: writes go on, the table is read twice.",
          TaskType.APPROVAL.defaultOutcomes(),
          false,
          false,
          true,
          null);
  public static final TaskSummary SUMMARY =
      new TaskSummary(TASK, SPEC.type(), SPEC.title(), SPEC.description());

  public static final ApprovalPolicy POLICY =
      new ApprovalPolicy(
          List.of(Assignee.person("ada")),
          new Reminders(
              List.of(Duration.ofMinutes(5), Duration.ofMinutes(30)), Duration.ofMinutes(30), 5),
          List.of(
              new EscalationLevel(Duration.ofMinutes(10), List.of(Assignee.person("bo"))),
              new EscalationLevel(Duration.ofMinutes(10), List.of(Assignee.group("sre")))),
          Duration.ofHours(1),
          new Fallback.Reject());

  public static final Plan PLAN =
      new Plan(
          "Add index users_email",
          List.of(
              new AgentTask(
                  "estimate",
                  PLANNER,
                  JsonNodeFactory.instance.objectNode().put("explain", true),
                  Duration.ofMinutes(5),
                  2,
                  Duration.ofSeconds(30),
                  null,
                  null),
              new HumanGate("approve", SPEC, POLICY, null, "tell"),
              new Delay("quiet-hours", Duration.ofHours(12), "index builds run at night", "build"),
              new Announcement(
                  "tell",
                  List.of(Assignee.group("sre"), Assignee.ANYONE),
                  "No index tonight",
                  "The change was not approved.",
                  null),
              new AgentTask(
                  "build", MIGRATOR, null, null, 0, Duration.ofSeconds(10), null, "tell")),
          NINE.plus(Duration.ofDays(3)),
          new Fallback.TimeOut());

  public static final DecisionSummary DECISION =
      new DecisionSummary(
          TASK,
          "approve",
          "approved",
          Verdict.POSITIVE,
          ADA,
          NINE.plusSeconds(840),
          "Fine, after 21:00.",
          EDITED_DIGEST);

  private WorkedCase() {}
}
