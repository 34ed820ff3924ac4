package dev.assent.approval.projection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.approval.projection.ApprovalRow.SubjectRow;
import dev.assent.approval.projection.ApprovalRow.TaskRow;
import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.id.TaskId;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.HumanTaskAssigned;
import dev.assent.contract.intent.IntentCreated;
import dev.assent.contract.intent.IntentEscalated;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.intent.IntentReminder;
import dev.assent.contract.intent.IntentSubmitted;
import dev.assent.contract.intent.IntentTimedOut;
import dev.assent.contract.intent.IntentTransfer;
import dev.assent.contract.intent.StepTimedOut;
import dev.assent.contract.intent.TaskSummary;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.plan.ApprovalPolicy;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.Fallback;
import dev.assent.contract.plan.HumanGate;
import dev.assent.contract.plan.Plan;
import dev.assent.contract.plan.Reminders;
import dev.assent.contract.plan.TaskSpec;
import dev.assent.contract.plan.TaskType;
import dev.assent.kernel.Kernel;
import dev.assent.kernel.intent.IntentState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RowsTest {

  private static final Instant NOW = Instant.parse("2026-11-22T14:03:00Z");
  private static final IntentId INTENT = IntentId.of("6f1c2d34-0a4b-4c1e-9d35-5f6f0a2b7c11");
  private static final TaskId TASK = TaskId.ofGate(INTENT, "gate");
  private static final Assignee ADA = Assignee.person("ada");
  private static final Assignee BO = Assignee.person("bo");
  private static final TaskSpec SPEC =
      new TaskSpec(
          TaskType.APPROVAL, "Add index", null, List.of("approved"), false, false, false, null);
  private static final ApprovalPolicy POLICY =
      new ApprovalPolicy(List.of(ADA), Reminders.NONE, List.of(), null, new Fallback.TimeOut());
  private static final TaskSummary SUMMARY =
      new TaskSummary(TASK, TaskType.APPROVAL, "Add index", null);

  private IntentState state = new IntentState.NotCreated();
  private List<ApprovalRow> rows = List.of();
  private final List<TaskRow> history = new ArrayList<>();

  @BeforeEach
  void openGate() {
    happen(
        new IntentCreated(
            "t.v1",
            "agent://a",
            "human",
            null,
            "c",
            ContractJson.MAPPER.createObjectNode(),
            "digest",
            null,
            "s"));
    HumanGate gate = new HumanGate("gate", SPEC, POLICY, null, null);
    happen(
        new IntentSubmitted(
            new Plan("Title", List.of(gate), null, new Fallback.TimeOut()), null, List.of()));
    happen(new HumanTaskAssigned("gate", TASK, SPEC, List.of(ADA), "digest", NOW, List.of()));
  }

  @Test
  void shouldGiveTheSubjectItsTitleOnceThePlanIsKnown() {
    // given
    IntentState none = new IntentState.NotCreated();
    state = none;

    // when
    happen(
        new IntentCreated(
            "t.v1",
            "agent://a",
            "human",
            null,
            "c",
            ContractJson.MAPPER.createObjectNode(),
            "digest",
            null,
            "s"));
    SubjectRow born = (SubjectRow) rows.getFirst();
    happen(
        new IntentSubmitted(
            new Plan(
                "Title",
                List.of(new HumanGate("gate", SPEC, POLICY, null, null)),
                null,
                new Fallback.TimeOut()),
            null,
            List.of()));
    SubjectRow titled = (SubjectRow) rows.getFirst();

    // then
    assertThat(titled.after(born).title()).isEqualTo("Title");
    assertThat(titled.after(born).birth()).isEqualTo(born.birth());
    assertThat(titled.after(born).sequence()).isEqualTo(2);
  }

  @Test
  void shouldKeepEverybodyWhoWasAskedWhenATaskEscalates() {
    // when
    happen(
        new IntentEscalated("gate", SUMMARY, 1, List.of(ADA), List.of(BO), "late", NOW, List.of()));

    // then
    TaskRow row = history.getLast();
    assertThat(row.assignees()).containsExactly(ADA, BO);
    assertThat(row.asked()).containsExactly(BO);
    assertThat(row.level()).isEqualTo(1);
    assertThat(row.status()).isEqualTo(TaskStatus.OPEN);
    assertThat(row.after(history.getFirst()).question().spec()).isEqualTo(SPEC);
  }

  @Test
  void shouldCountRemindersFromTheState() {
    // when
    happen(new IntentReminder("gate", SUMMARY, 1, List.of(ADA), NOW, List.of()));

    // then
    assertThat(history.getLast().reminders()).isEqualTo(1);
  }

  @Test
  void shouldMoveATaskThatIsHandedOver() {
    // when
    happen(
        new IntentTransfer(
            "gate", SUMMARY, Actor.person("ada", List.of(), "session"), List.of(BO), "on leave"));

    // then
    assertThat(history.getLast().assignees()).containsExactly(BO);
  }

  @Test
  void shouldExpireATaskOnceAndNotWithdrawItToo() {
    // when
    happen(new StepTimedOut("gate", SUMMARY, "time_out", List.of(ADA)));
    TaskRow expired = history.getLast();
    happen(new IntentTimedOut("gate", "nobody answered", List.of()));

    // then
    assertThat(expired.status()).isEqualTo(TaskStatus.EXPIRED);
    assertThat(expired.closing().comment()).isEqualTo("time_out");
    assertThat(rows).isEmpty();
  }

  @Test
  void shouldWithdrawATaskWhoseIntentEndsBeforeItIsAnswered() {
    // when
    happen(new IntentTimedOut("gate", "the intent's deadline passed", List.of(ADA)));

    // then
    assertThat(history.getLast().status()).isEqualTo(TaskStatus.WITHDRAWN);
    assertThat(history.getLast().closing().by()).isNull();
  }

  private void happen(IntentEvent event) {
    RecordedEvent recorded =
        new RecordedEvent(
            new Envelope(INTENT, state.sequence() + 1, NOW, "test", "c", "i", null), event);
    IntentState after = Kernel.evolve(state, recorded);
    rows = Rows.of(state, recorded, after);
    rows.forEach(
        row -> {
          if (row instanceof TaskRow task) {
            history.add(task);
          }
        });
    state = after;
  }
}
