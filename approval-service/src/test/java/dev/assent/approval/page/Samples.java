package dev.assent.approval.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.approval.page.TaskPages.Content;
import dev.assent.approval.page.TaskPages.Flash;
import dev.assent.approval.page.TaskPages.Visit;
import dev.assent.approval.projection.ApprovalRow.Question;
import dev.assent.approval.projection.Closing;
import dev.assent.approval.projection.TaskStatus;
import dev.assent.approval.query.Subject;
import dev.assent.approval.query.TaskView;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.id.TaskId;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.json.CanonicalJson;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.plan.ApprovalPolicy;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.EscalationLevel;
import dev.assent.contract.plan.Fallback;
import dev.assent.contract.plan.Reminders;
import dev.assent.contract.plan.TaskSpec;
import dev.assent.contract.plan.TaskType;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tasks, people and pages to try out. */
public final class Samples {

  public static final Instant NOW = Instant.parse("2026-11-22T14:03:10Z");
  public static final IntentId INTENT = IntentId.of("6f1c2d34-0a4b-4c1e-9d35-5f6f0a2b7c11");
  static final TaskId TASK = TaskId.of("0b8a4f02-7d1c-4e55-8a11-2f3c4d5e6f70");
  static final Actor ADA = Actor.person("ada", List.of("sre"), "session");
  static final Actor BO = Actor.person("bo", List.of(), "session");
  static final Names NAMES =
      new Names(id -> Optional.ofNullable(Map.of("ada", "Ada", "bo", "Bo").get(id)));
  static final Times TIMES = new Times(() -> NOW, ZoneOffset.UTC);

  private Samples() {}

  static JsonNode json(String text) {
    try {
      return ContractJson.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  public static TaskSpec spec(String title, @Nullable String description, @Nullable JsonNode form) {
    return new TaskSpec(
        TaskType.APPROVAL,
        title,
        description,
        List.of("approved", "rejected"),
        false,
        false,
        false,
        form);
  }

  static ApprovalPolicy policy() {
    return new ApprovalPolicy(
        List.of(Assignee.person("ada")),
        Reminders.NONE,
        List.of(
            new EscalationLevel(Duration.ofMinutes(20), List.of(Assignee.person("bo"))),
            new EscalationLevel(Duration.ofMinutes(20), List.of(Assignee.group("sre")))),
        Duration.ofHours(1),
        new Fallback.Reject());
  }

  public static TaskView task(TaskSpec spec) {
    return new TaskView(
        TASK,
        INTENT,
        "intent.infra.change_approval.v1",
        "agent://acme/prod/migrator",
        "dba_sign_off",
        new Question(spec, policy(), NOW.minus(Duration.ofMinutes(8))),
        List.of(Assignee.person("ada")),
        List.of(Assignee.person("ada")),
        NOW.plus(Duration.ofMinutes(52)),
        0,
        0,
        TaskStatus.OPEN,
        null);
  }

  public static TaskView with(TaskView t, UUID id, @Nullable Instant dueAt, int level) {
    List<Assignee> all =
        level == 0 ? t.assignees() : List.of(Assignee.person("bo"), Assignee.group("sre"));
    return new TaskView(
        new TaskId(id),
        t.intent(),
        t.intentType(),
        t.from(),
        t.step(),
        t.question(),
        all,
        all,
        dueAt,
        level,
        t.reminders(),
        t.status(),
        t.closing());
  }

  static TaskView closed(TaskView t, TaskStatus status, Closing closing) {
    return new TaskView(
        t.id(),
        t.intent(),
        t.intentType(),
        t.from(),
        t.step(),
        t.question(),
        t.assignees(),
        t.asked(),
        t.dueAt(),
        t.level(),
        t.reminders(),
        status,
        closing);
  }

  static Closing by(Actor actor, String outcome, @Nullable String comment) {
    return new Closing(outcome, actor, NOW.minus(Duration.ofMinutes(1)), comment, null);
  }

  static Subject subject(JsonNode payload) {
    return new Subject(
        INTENT,
        "intent.infra.change_approval.v1",
        "agent://acme/prod/migrator",
        "human",
        null,
        "c0ffee00-0000-4000-8000-000000000001",
        null,
        payload,
        CanonicalJson.digest(payload),
        NOW.minus(Duration.ofMinutes(8)));
  }

  static Frame frame(String title, String here, String live, String self) {
    return new Frame(title, "Ada Lovelace", "csrf-token", live, self, here);
  }

  static Visit visit(Actor person) {
    return visit(person, Flash.NOTHING, Map.of(), null);
  }

  static Visit visit(
      Actor person, Flash flash, Map<String, String> entered, TaskPage.@Nullable Problem problem) {
    return new Visit(person, flash, entered, problem, "req-1");
  }

  static TaskPage page(TaskView task, JsonNode payload, Visit visit) {
    Subject subject = subject(payload);
    String self = "/tasks/" + task.intent() + "?task=" + task.id();
    Frame frame =
        frame(
            Visible.line(task.question().spec().title()),
            "task",
            "/tasks/" + task.intent() + "/live",
            self);
    return new TaskPages(NAMES, TIMES)
        .of(frame, new Content(task, subject, subject.payloadDigest(), List.of()), visit);
  }
}
