package dev.assent.kernel.decision;

import static dev.assent.kernel.story.IntentStory.submit;
import static dev.assent.kernel.story.IntentStory.submitDue;
import static dev.assent.kernel.story.IntentStory.task;
import static dev.assent.kernel.story.StepWords.gate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.intent.DecisionSummary;
import dev.assent.contract.intent.DeliveryFailed;
import dev.assent.contract.intent.IntentNotified;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.contract.notification.ChannelKind;
import dev.assent.contract.notification.NoticeKind;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.Fallback;
import dev.assent.contract.signal.Signal;
import dev.assent.contract.timer.TimerKind;
import dev.assent.kernel.intent.IntentState.Ended;
import dev.assent.kernel.story.Answer;
import dev.assent.kernel.story.IntentStory;
import dev.assent.kernel.story.Json;
import dev.assent.kernel.story.Who;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AfterTheEndTest {

  @Test
  void shouldSayWhoEndedTheIntentWhereNobodyDecided() {
    // given
    IntentStory story = submit(gate()).cancel(Who.agent(Who.PLANNER), "not needed any more");
    // when
    story.decide("ada", "approved");
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.ALREADY_ENDED);
    assertThat(refusal.message())
        .isEqualTo(
            "Expected an intent that still runs, but it ended CANCELED at 2026-11-23T09:00:00Z, by "
                + Who.PLANNER);
    assertThat(refusal.winner()).isNull();
  }

  @Test
  void shouldNotCallAnotherGatesDecisionTheWinnerWhenTheIntentWasCanceled() {
    // given
    IntentStory story = submit(gate("first"), gate("second"));
    story.decide("ada", "approved").cancel(Who.agent(Who.PLANNER), "not needed any more");
    // when
    story.decide("ada", "rejected");
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.ALREADY_ENDED);
    DecisionSummary last = refusal.winner();
    assertThat(last).isNotNull();
    assertThat(last.step()).isEqualTo("first");
  }

  @Test
  void shouldNotCallAnotherGatesDecisionTheWinnerOfATaskThatWasNeverDecided() {
    // given
    IntentStory story = submit(gate("first"), gate("second"));
    story.decide("ada", "approved").cancel(Who.agent(Who.PLANNER), "not needed any more");
    // when
    story.decide(Answer.by("ada", "approved").at(task("second")));
    // then
    story.expect().refusal(RefusalCode.ALREADY_ENDED);
  }

  @Test
  void shouldAnswerWhoeverEndedTheIntentOnceMore() {
    // given
    var cancel =
        new Signal.ResolveSubmitted(
            Who.agent(Who.PLANNER), IntentStatus.CANCELED, null, null, "enough");
    IntentStory story = submit(gate()).send("cancel", cancel);
    // when
    story.send("cancel", cancel);
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.DUPLICATE);
    assertThat(refusal.message())
        .isEqualTo(
            "This was accepted before, and ended the intent CANCELED at 2026-11-23T09:00:00Z");
  }

  @Test
  void shouldRefuseWorkAfterTheEnd() {
    // given
    IntentStory story = submit(gate()).decide("ada", "approved");
    // when
    story.report(Who.MIGRATOR, "{}");
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.ALREADY_ENDED);
    assertThat(refusal.winner()).isNotNull();
  }

  @Test
  void shouldNotCallAnotherGatesDecisionTheWinnerWhenTheIntentTimedOut() {
    // given
    var gates = gate("second").deadline("PT1H", new Fallback.TimeOut());
    IntentStory story = submit(gate("first"), gates);
    story.decide("ada", "approved").advance(Duration.ofHours(2));
    // when
    story.decide("ada", "approved");
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.ALREADY_ENDED);
    assertThat(refusal.message()).contains("ended TIMED_OUT at 2026-11-23T10:00:00Z");
  }

  @Test
  void shouldTellWhoeverNamesNoTaskWhoDecidedLast() {
    // given
    IntentStory story = submit(gate().approver("ada", "bo")).decide("bo", "rejected");
    // when
    story.decide("ada", "approved");
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.ALREADY_DECIDED);
    assertThat(refusal.message())
        .isEqualTo("Expected an open task, but bo answered rejected at 2026-11-23T09:00:00Z");
  }

  static Stream<Signal> work() {
    var migrator = Who.agent(Who.MIGRATOR);
    return Stream.of(
        new Signal.ResultSubmitted(migrator, null, null, null),
        new Signal.AcknowledgeSubmitted(migrator),
        new Signal.ProgressSubmitted(migrator, null),
        new Signal.ResolveSubmitted(migrator, IntentStatus.COMPLETED, null, null, null),
        new Signal.EditSubmitted(null, Who.person("ada"), Json.json("{}"), IntentStory.DIGEST),
        new Signal.TransferSubmitted(null, Who.person("ada"), Assignee.person("bo"), null));
  }

  @ParameterizedTest
  @MethodSource("work")
  void shouldRefuseAllWork(Signal signal) {
    // given
    IntentStory story = submit(gate()).decide("ada", "approved");
    // when
    story.send(signal);
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.ALREADY_ENDED);
    assertThat(refusal.message()).contains("ended COMPLETED at 2026-11-23T09:00:00Z, by ada");
  }

  @Test
  void shouldNameNobodyWhereTimeEndedTheIntent() {
    // given
    IntentStory story = submitDue("PT1H", new Fallback.TimeOut(), gate());
    story.advance(Duration.ofHours(1));
    // when
    story.decide("ada", "approved");
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.ALREADY_ENDED);
    assertThat(refusal.message()).endsWith("it ended TIMED_OUT at 2026-11-23T10:00:00Z");
  }

  @Test
  void shouldRefuseTimersAsStale() {
    // given
    IntentStory story = submit(gate().reminders("PT5M")).decide("ada", "approved");
    // when
    story.fire(TimerKind.REMINDER, 3);
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.STALE_TIMER);
    assertThat(refusal.message())
        .isEqualTo("Expected a timer that is still live, but the intent has ended");
  }

  @Test
  void shouldRecordThatAMailArrivedAndChangeNothingElse() {
    // given
    IntentStory story = submit(gate()).decide("ada", "approved");
    Ended before = (Ended) story.state();
    // when
    story.send(
        new Signal.NoticeDelivered(
            "3/ada/email", NoticeKind.TASK_ASSIGNED, ChannelKind.EMAIL, "ada", 2));
    // then
    story
        .expect()
        .events(
            new IntentNotified(
                "3/ada/email", NoticeKind.TASK_ASSIGNED, ChannelKind.EMAIL, "ada", 2));
    assertThat(story.state())
        .isEqualTo(
            new Ended(
                before.header(),
                before.status(),
                before.endedAt(),
                before.decisions(),
                before.endedBy(),
                before.by(),
                before.sequence() + 1));
  }

  @Test
  void shouldRecordThatAMailDidNotArrive() {
    // given
    IntentStory story = submit(gate()).decide("ada", "approved");
    // when
    story.send(new Signal.NoticeFailed("3/ada/email", ChannelKind.EMAIL, "ada", 8, "no answer"));
    // then
    story
        .expect()
        .events(new DeliveryFailed("3/ada/email", ChannelKind.EMAIL, "ada", 8, "no answer"));
  }
}
