package dev.assent.kernel.decision;

import static dev.assent.kernel.story.IntentStory.submit;
import static dev.assent.kernel.story.IntentStory.task;
import static dev.assent.kernel.story.StepWords.delay;
import static dev.assent.kernel.story.StepWords.gate;
import static dev.assent.kernel.story.StepWords.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.intent.IntentTransfer;
import dev.assent.contract.intent.TaskSummary;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.Fallback;
import dev.assent.contract.plan.TaskType;
import dev.assent.contract.signal.Signal.TransferSubmitted;
import dev.assent.kernel.intent.StepTurn.AwaitingHuman;
import dev.assent.kernel.story.GateWords;
import dev.assent.kernel.story.IntentStory;
import dev.assent.kernel.story.StepWords;
import dev.assent.kernel.story.Who;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TransferTest {

  private static TransferSubmitted hand(String from, Assignee to) {
    return new TransferSubmitted(null, Who.person(from), to, "you know this better");
  }

  private static IntentStory handedToEve(GateWords gate) {
    return submit(gate).send(hand("ada", Assignee.person("eve")));
  }

  @Test
  void shouldRecordWhoHandedTheTaskToWhom() {
    // given
    IntentStory story = submit(gate());
    // when
    story.send(hand("ada", Assignee.person("eve")));
    // then
    story
        .expect()
        .events(
            new IntentTransfer(
                "approve",
                new TaskSummary(
                    task("approve"),
                    TaskType.APPROVAL,
                    "May we do approve?",
                    "It is about approve."),
                Who.person("ada"),
                List.of(Assignee.person("eve")),
                "you know this better"));
  }

  @Test
  void shouldLetTheNewPersonDecide() {
    // given
    IntentStory story = handedToEve(gate());
    // when
    story.decide("eve", "approved");
    // then
    story.expect().decision("approve", "approved", "eve").completed();
  }

  @Test
  void shouldNotLetTheFormerPersonDecideAnyMore() {
    // given
    IntentStory story = handedToEve(gate());
    // when
    story.decide("ada", "approved");
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.NOT_AN_APPROVER);
    assertThat(refusal.message()).isEqualTo("Expected a decision by eve, but it came from ada");
  }

  @Test
  void shouldRemindTheNewPersonByTheSameTimetable() {
    // given
    IntentStory story = handedToEve(gate().reminders("PT5M", "PT10M"));
    // when
    story.advance(Duration.ofMinutes(10));
    // then
    story.expect().reminder(1, "eve").reminder(2, "eve").nothing();
  }

  @Test
  void shouldEscalateFromTheNewPerson() {
    // given
    IntentStory story = handedToEve(gate().escalate("PT5M", "bo"));
    // when
    story.advance(Duration.ofMinutes(5));
    // then
    story.expect().escalation(1, "eve", "bo").nothing();
  }

  @Test
  void shouldKeepTheOthersWhoWereAsked() {
    // given
    IntentStory story = handedToEve(gate().approver("bo", "ada", "group:sre"));
    // when
    var turn = (AwaitingHuman) story.running().turn();
    // then
    assertThat(turn.mayDecide())
        .containsExactly(Assignee.person("bo"), Assignee.group("sre"), Assignee.person("eve"));
    assertThat(turn.asked()).isEqualTo(turn.mayDecide());
  }

  @Test
  void shouldKeepTheGroupOfAMemberWhoHandsOver() {
    // given
    IntentStory story = submit(gate().approver("group:sre"));
    // when
    story.send(hand("cy", Assignee.person("eve")));
    // then
    assertThat(((AwaitingHuman) story.running().turn()).mayDecide())
        .containsExactly(Assignee.group("sre"), Assignee.person("eve"));
  }

  @Test
  void shouldHandToAGroup() {
    // given
    IntentStory story = submit(gate()).send(hand("ada", Assignee.group("sre")));
    // when
    story.decide("dee", "approved");
    // then
    story.expect().decision("approve", "approved", "dee").completed();
  }

  @Test
  void shouldLetTheNewPersonHandOn() {
    // given
    IntentStory story = handedToEve(gate());
    // when
    story.send(hand("eve", Assignee.person("bo")));
    // then
    assertThat(((AwaitingHuman) story.running().turn()).mayDecide())
        .containsExactly(Assignee.person("bo"));
  }

  @Test
  void shouldNotCountSomebodyTwice() {
    // given
    IntentStory story = submit(gate().approver("ada", "bo"));
    // when
    story.send(hand("ada", Assignee.person("bo")));
    // then
    assertThat(((AwaitingHuman) story.running().turn()).asked())
        .containsExactly(Assignee.person("bo"));
  }

  @Test
  void shouldOpenAGateToNobodyAndEverybody() {
    // given
    IntentStory story = submit(gate());
    // when
    story.send(hand("ada", Assignee.ANYONE));
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.MALFORMED);
    assertThat(refusal.message())
        .isEqualTo("Expected a person or a group to hand the task to, but came anyone");
  }

  @Test
  void shouldRefuseWhoeverDoesNotHaveTheTask() {
    // given
    IntentStory story = submit(gate());
    // when
    story.send(hand("eve", Assignee.person("eve")));
    // then
    story.expect().refusal(RefusalCode.NOT_AN_APPROVER);
  }

  @Test
  void shouldRefuseAgents() {
    // given
    IntentStory story = submit(gate().approver("anyone"));
    // when
    story.send(new TransferSubmitted(null, Who.agent(Who.PLANNER), Assignee.person("eve"), null));
    // then
    story.expect().refusal(RefusalCode.NOT_AN_APPROVER);
  }

  static Stream<StepWords> whereNobodyIsAsked() {
    return Stream.of(delay("wait", "PT1H"), task("build", Who.MIGRATOR));
  }

  @ParameterizedTest
  @MethodSource("whereNobodyIsAsked")
  void shouldRefuseWhereNobodyIsAsked(StepWords step) {
    // given
    IntentStory story = submit(step, gate());
    // when
    story.send(hand("ada", Assignee.person("eve")));
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.NOT_WAITING_FOR_HUMAN);
    assertThat(refusal.message())
        .isEqualTo("Expected an intent that waits for a person, but it does not");
  }

  @Test
  void shouldNotHandOverTheTaskThatOpenedBehindTheOneThatIsMeant() {
    // given
    IntentStory story = submit(gate("first").approver("ada", "bo"), gate("second"));
    story.decide("bo", "approved");
    // when
    story.send(
        new TransferSubmitted(task("first"), Who.person("ada"), Assignee.person("eve"), null));
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.ALREADY_DECIDED);
    assertThat(refusal.winner()).isEqualTo(story.running().decision());
  }

  @Test
  void shouldSayThatTheTaskThatIsMeantRanOutOfTime() {
    // given
    IntentStory story =
        submit(gate("first").deadline("PT1H", new Fallback.GoTo("second")), gate("second"));
    story.advance(Duration.ofHours(1));
    // when
    story.send(
        new TransferSubmitted(task("first"), Who.person("ada"), Assignee.person("eve"), null));
    // then
    story.expect().refusal(RefusalCode.NOT_WAITING_FOR_HUMAN);
  }

  @Test
  void shouldHandOverTheTaskThatIsMeant() {
    // given
    IntentStory story = submit(gate());
    // when
    story.send(
        new TransferSubmitted(task("approve"), Who.person("ada"), Assignee.person("eve"), null));
    // then
    story.decide("eve", "approved").expect().decision("approve", "approved", "eve").completed();
  }
}
