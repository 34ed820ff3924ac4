package dev.assent.kernel.decision;

import static dev.assent.kernel.story.IntentStory.due;
import static dev.assent.kernel.story.IntentStory.submitDue;
import static dev.assent.kernel.story.IntentStory.task;
import static dev.assent.kernel.story.IntentStory.waitingToBegin;
import static dev.assent.kernel.story.StepWords.delay;
import static dev.assent.kernel.story.StepWords.gate;
import static dev.assent.kernel.story.StepWords.task;
import static dev.assent.kernel.story.StepWords.tell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.ErrorInfo;
import dev.assent.contract.intent.IntentCanceled;
import dev.assent.contract.intent.IntentCompleted;
import dev.assent.contract.intent.IntentFailed;
import dev.assent.contract.intent.IntentTimedOut;
import dev.assent.contract.intent.StepTimedOut;
import dev.assent.contract.intent.TaskSummary;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.Fallback;
import dev.assent.contract.plan.TaskType;
import dev.assent.contract.timer.TimerKind;
import dev.assent.kernel.intent.IntentState.Ended;
import dev.assent.kernel.story.IntentStory;
import dev.assent.kernel.story.Json;
import dev.assent.kernel.story.StepWords;
import dev.assent.kernel.story.Who;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IntentDeadlineTest {

  private static final Actor POLICY = Actor.system("policy");
  private static final String REASON =
      "the intent's deadline passed while step approve was not answered";
  private static final TaskSummary SUMMARY =
      new TaskSummary(
          task("approve"), TaskType.APPROVAL, "May we do approve?", "It is about approve.");

  private static StepTimedOut closed(String fallback) {
    return new StepTimedOut("approve", SUMMARY, fallback, List.of(Assignee.person("ada")));
  }

  private static IntentStory atGate(Fallback fallback) {
    return submitDue("PT2H", fallback, gate().reminders("PT5H"), task("build", Who.MIGRATOR));
  }

  @Test
  void shouldTimeOutAtAGateAndTellWhoeverWasAsked() {
    // given
    IntentStory story = atGate(new Fallback.TimeOut());
    // when
    story.advance(Duration.ofHours(2));
    // then
    story.expect().events(new IntentTimedOut("approve", REASON, List.of(Assignee.person("ada"))));
  }

  static Stream<Fallback> thatWouldGoOn() {
    return Stream.of(new Fallback.Approve(), new Fallback.GoTo("build"));
  }

  @ParameterizedTest
  @MethodSource("thatWouldGoOn")
  void shouldNeverGoOnAfterTheWholeIntentsDeadline(Fallback fallback) {
    // given
    IntentStory story = atGate(fallback);
    // when
    story.advance(Duration.ofHours(2));
    // then
    story.expect().events(new IntentTimedOut("approve", REASON, List.of(Assignee.person("ada"))));
  }

  @Test
  void shouldFailWhereThePlanSaysReject() {
    // given
    IntentStory story = atGate(new Fallback.Reject());
    // when
    story.advance(Duration.ofHours(2));
    // then
    story
        .expect()
        .events(
            closed("reject"),
            new IntentFailed(new ErrorInfo("deadline_rejected", REASON), null, POLICY));
  }

  @Test
  void shouldCancelWhereThePlanSaysSo() {
    // given
    IntentStory story = atGate(new Fallback.Cancel());
    // when
    story.advance(Duration.ofHours(2));
    // then
    story.expect().events(closed("cancel"), new IntentCanceled(REASON, POLICY));
  }

  @Test
  void shouldCompleteWithTheDefaultWhereThePlanSaysSo() {
    // given
    IntentStory story = atGate(new Fallback.CompleteWith(Json.json("{'n':1}")));
    // when
    story.advance(Duration.ofHours(2));
    // then
    story
        .expect()
        .events(closed("complete"), new IntentCompleted(Json.json("{'n':1}"), null, POLICY));
  }

  static Stream<StepWords> otherSteps() {
    return Stream.of(
        delay("approve", "PT9H"),
        task("approve", Who.MIGRATOR),
        task("approve", Who.MIGRATOR).deadline("PT9H"));
  }

  @ParameterizedTest
  @MethodSource("otherSteps")
  void shouldEndInEveryOtherStepAndTellNobody(StepWords step) {
    // given
    IntentStory story = submitDue("PT2H", new Fallback.TimeOut(), step);
    // when
    story.advance(Duration.ofHours(2));
    // then
    story.expect().events(new IntentTimedOut("approve", REASON, List.of()));
    assertThat(story.clockwork().armed()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("otherSteps")
  void shouldCancelInEveryOtherStepWithoutATaskToClose(StepWords step) {
    // given
    IntentStory story = submitDue("PT2H", new Fallback.Cancel(), step);
    // when
    story.advance(Duration.ofHours(2));
    // then
    story.expect().events(new IntentCanceled(REASON, POLICY));
  }

  @Test
  void shouldEndWhileAFailedStepWaitsForItsNextDelivery() {
    // given
    IntentStory story =
        submitDue("PT2H", new Fallback.TimeOut(), task("build", Who.MIGRATOR).retries(5, "PT3H"));
    story.giveUp(Who.MIGRATOR, "locked");
    // when
    story.advance(Duration.ofHours(2));
    // then
    assertThat(story.expect().timedOut().step()).isEqualTo("build");
  }

  @Test
  void shouldOutliveTheStepsAndKeepItsGeneration() {
    // given
    IntentStory story =
        submitDue("PT2H", new Fallback.TimeOut(), delay("wait", "PT1H"), gate(), gate("last"));
    // when
    story.advance(Duration.ofHours(1)).decide("ada", "approved");
    // then
    assertThat(story.clockwork().timer(TimerKind.INTENT_DEADLINE).orElseThrow().generation())
        .isEqualTo(2);
  }

  @Test
  void shouldKeepTheDecisionThatWasTakenBefore() {
    // given
    IntentStory story = submitDue("PT2H", new Fallback.Cancel(), gate(), delay("wait", "PT9H"));
    story.decide("ada", "approved");
    // when
    story.advance(Duration.ofHours(2));
    // then
    story.expect().canceled();
    assertThat(((Ended) story.state()).decision()).isNotNull();
  }

  @Test
  void shouldEndAnIntentWhoseDeadlineHadPassedBeforeItBegan() {
    // given
    IntentStory story =
        waitingToBegin(due("PT-1H", new Fallback.TimeOut(), gate().reminders("PT5M")));
    // when
    story.fire(TimerKind.INTENT_DEADLINE, 2);
    // then
    story.expect().assigned("approve", "ada").timedOut();
    assertThat(story.clockwork().armed()).isEmpty();
  }

  @Test
  void shouldRefuseItOnceMore() {
    // given
    IntentStory story = atGate(new Fallback.TimeOut()).advance(Duration.ofHours(2));
    // when
    story.fire(TimerKind.INTENT_DEADLINE, 2);
    // then
    story.expect().refusal(RefusalCode.STALE_TIMER);
  }

  @Test
  void shouldLetAnIntentEndThatIsOverAsSoonAsItBegins() {
    // given
    IntentStory story = waitingToBegin(due("PT-1H", new Fallback.TimeOut(), tell("news", "ada")));
    // when
    story.fire(TimerKind.INTENT_DEADLINE, 2);
    // then
    story.expect().announcement("news").completed();
  }

  @Test
  void shouldRefuseAnotherTimerForAnIntentThatIsOverAsSoonAsItBegins() {
    // given
    IntentStory story = waitingToBegin(due("PT-1H", new Fallback.TimeOut(), tell("news", "ada")));
    // when
    story.fire(TimerKind.INTENT_DEADLINE, 1);
    // then
    story.expect().refusal(RefusalCode.STALE_TIMER);
  }
}
