package dev.assent.approval.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.approval.query.IntentView;
import dev.assent.approval.query.Subject;
import dev.assent.contract.axp.AxpEvent;
import dev.assent.contract.axp.AxpProgress;
import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.id.TaskId;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.DecisionRecorded;
import dev.assent.contract.intent.DecisionSummary;
import dev.assent.contract.intent.HumanTaskAssigned;
import dev.assent.contract.intent.IntentAcknowledged;
import dev.assent.contract.intent.IntentCompleted;
import dev.assent.contract.intent.IntentDelivered;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.intent.IntentInProgress;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.contract.intent.ResultRecorded;
import dev.assent.contract.intent.TaskSummary;
import dev.assent.contract.intent.Verdict;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.TaskSpec;
import dev.assent.contract.plan.TaskType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppliedJsonTest {

  private static final IntentId INTENT = IntentId.of("0b0a0c0d-0000-4000-8000-000000000001");
  private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
  private static final String AGENT = "agent://acme/prod/planner";
  private static final ObjectNode DONE = ContractJson.MAPPER.createObjectNode().put("rows", 12);
  private static final Actor PLANNER = Actor.agent(AGENT, "api_key");
  private static final Actor ADA = Actor.person("ada", List.of(), "session");
  private static final TaskSpec SPEC =
      new TaskSpec(TaskType.APPROVAL, "Add", null, List.of("approved"), false, false, false, null);
  private static final TaskSummary TASK =
      new TaskSummary(TaskId.ofGate(INTENT, "approve"), TaskType.APPROVAL, "Add", null);

  /** What follows birth: Ada answers while the agent still works, and once more when asked. */
  private static final List<RecordedEvent> STORY =
      recorded(
          new IntentDelivered("plan", AGENT, 1, null, List.of()),
          new IntentAcknowledged("plan", PLANNER),
          decision(true),
          new IntentInProgress("plan", PLANNER, "half", null),
          new ResultRecorded("plan", PLANNER, Verdict.POSITIVE, DONE, null, false, List.of()),
          new HumanTaskAssigned(
              "approve", TASK.id(), SPEC, List.of(Assignee.person("ada")), "d", null, List.of()),
          decision(false),
          new IntentCompleted(
              DONE,
              new DecisionSummary(
                  TASK.id(), "approve", "approved", Verdict.POSITIVE, ADA, NINE, null, "d"),
              ADA));

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
  void shouldTellEachEventAsTheHistoryTellsIt(int event) {
    // given
    RecordedEvent told = STORY.get(event - 1);
    ObjectNode inHistory = AxpEvent.render(told, after(event - 1).progress());

    // when
    ObjectNode fromBefore = AppliedJson.of(INTENT, after(event - 1), List.of(told));
    ObjectNode fromAfter = AppliedJson.of(INTENT, after(event), List.of(told));
    ObjectNode asTheLast = AppliedJson.of(INTENT, after(0), STORY.subList(0, event));

    // then
    assertThat(List.of(fromBefore, fromAfter, asTheLast))
        .extracting(body -> body.get("event"))
        .containsOnly(inHistory);
    assertThat(fromBefore.at("/intent/status")).isEqualTo(inHistory.get("status"));
    assertThat(fromBefore.at("/intent/pending_with")).isEqualTo(inHistory.path("pending_with"));
    assertThat(fromBefore.at("/intent/updated_at")).isEqualTo(inHistory.get("at"));
  }

  @Test
  void shouldNotStampAnEarlierEventWithALaterEnding() {
    // when
    ObjectNode body = AppliedJson.of(INTENT, after(8), List.of(STORY.get(2)));

    // then
    assertThat(body.at("/event/status").asText()).isEqualTo("IN_PROGRESS");
  }

  @Test
  void shouldSayHowItEndedOnTheIntentToo() {
    // when
    ObjectNode body = AppliedJson.of(INTENT, after(6), STORY.subList(6, 8));

    // then
    assertThat(body.at("/intent/result/rows").asInt()).isEqualTo(12);
    assertThat(body.at("/intent/decision/by/id").asText()).isEqualTo("ada");
    assertThat(body.at("/intent/payload/table").asText()).isEqualTo("users");
    assertThat(body.at("/completion_delivery/completion/type").asText())
        .isEqualTo("intent.completed");
  }

  @Test
  void shouldAnswerARepetitionWithTheIntentAlone() {
    // when
    ObjectNode body = AppliedJson.of(INTENT, after(8), List.of());

    // then
    assertThat(body.path("applied").asBoolean()).isTrue();
    assertThat(body.at("/intent/status").asText()).isEqualTo("COMPLETED");
    assertThat(body.has("event")).isFalse();
  }

  @Test
  void shouldAnswerWhatTheViewHasNotSeen() {
    // when
    ObjectNode body = AppliedJson.of(INTENT, null, STORY.subList(7, 8));

    // then
    assertThat(body.at("/intent/intent_id").asText()).isEqualTo(INTENT.toString());
    assertThat(body.at("/intent/lifecycle_status").asText()).isEqualTo("COMPLETED");
    assertThat(body.at("/completion_delivery/delivered").asBoolean()).isFalse();
  }

  /** The view after so many events of the story. */
  private static IntentView after(int events) {
    AxpProgress progress = AxpProgress.plain(IntentStatus.SUBMITTED);
    for (RecordedEvent each : STORY.subList(0, events)) {
      progress = progress.after(each.event());
    }
    Subject subject =
        new Subject(
            INTENT,
            "ops.db.index.v1",
            AGENT,
            "human",
            "agent://acme/prod/reporter",
            "correlation",
            "Add an index",
            ContractJson.MAPPER.createObjectNode().put("table", "users"),
            "d",
            NINE);
    return new IntentView(subject, progress, 2 + events);
  }

  private static DecisionRecorded decision(boolean early) {
    return new DecisionRecorded(
        "approve",
        TASK,
        "input",
        "approved",
        Verdict.POSITIVE,
        ADA,
        "web",
        null,
        null,
        "d",
        early,
        List.of());
  }

  private static List<RecordedEvent> recorded(IntentEvent... events) {
    List<RecordedEvent> recorded = new ArrayList<>();
    for (IntentEvent event : events) {
      long sequence = recorded.size() + 3;
      Envelope envelope =
          new Envelope(
              INTENT, sequence, NINE.plusSeconds(sequence), "approval", "c", "cause", null);
      recorded.add(new RecordedEvent(envelope, event));
    }
    return recorded;
  }
}
