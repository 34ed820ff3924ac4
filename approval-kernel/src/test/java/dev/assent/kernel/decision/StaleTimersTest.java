package dev.assent.kernel.decision;

import static dev.assent.kernel.story.IntentStory.due;
import static dev.assent.kernel.story.IntentStory.submit;
import static dev.assent.kernel.story.IntentStory.submitDue;
import static dev.assent.kernel.story.IntentStory.waitingToBegin;
import static dev.assent.kernel.story.StepWords.delay;
import static dev.assent.kernel.story.StepWords.gate;
import static dev.assent.kernel.story.StepWords.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.plan.Fallback;
import dev.assent.contract.timer.TimerKind;
import dev.assent.kernel.intent.IntentState.Submitted;
import dev.assent.kernel.story.IntentStory;
import dev.assent.kernel.story.StepWords;
import dev.assent.kernel.story.Who;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StaleTimersTest {

  private static final StepWords GATE =
      gate()
          .reminders("PT5M")
          .repeat("PT5M")
          .escalate("PT12M", "bo")
          .escalate("PT60M", "cy")
          .deadline("PT2H", new Fallback.Approve());

  private static IntentStory atGate() {
    return submitDue("P1D", new Fallback.Cancel(), GATE, delay("wait", "PT1H"));
  }

  @ParameterizedTest
  @CsvSource({"REMINDER", "ESCALATION", "STEP_DEADLINE", "INTENT_DEADLINE"})
  void shouldRefuseEveryGenerationButTheLiveOne(TimerKind kind) {
    for (long generation = -1; generation < 10; generation++) {
      // given
      IntentStory story = atGate();
      long live = story.clockwork().timer(kind).orElseThrow().generation();
      // when
      story.fire(kind, generation);
      // then
      if (generation != live) {
        story.expect().refusal(RefusalCode.STALE_TIMER);
      } else {
        assertThat(story.answer()).isInstanceOf(Decision.Accepted.class);
      }
    }
  }

  @ParameterizedTest
  @EnumSource(TimerKind.class)
  void shouldRefuseEveryKindThatIsNotArmed(TimerKind kind) {
    // given
    IntentStory story = submit(gate());
    // when
    story.fire(kind, 3);
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.STALE_TIMER);
    assertThat(refusal.message())
        .isEqualTo(
            "Expected a live timer, but the "
                + kind
                + " of generation 3 was answered or replaced before");
  }

  @Test
  void shouldRefuseAReminderThatWasSentBefore() {
    // given
    IntentStory story = atGate().advance(Duration.ofMinutes(5));
    // when
    story.fire(TimerKind.REMINDER, 3);
    // then
    story.expect().refusal(RefusalCode.STALE_TIMER);
  }

  @Test
  void shouldRefuseAReminderOfTheLevelBefore() {
    // given
    IntentStory story = atGate().advance(Duration.ofMinutes(10));
    long ofAda = story.clockwork().timer(TimerKind.REMINDER).orElseThrow().generation();
    story.advance(Duration.ofMinutes(2));
    // when
    story.fire(TimerKind.REMINDER, ofAda);
    // then
    story.expect().refusal(RefusalCode.STALE_TIMER);
  }

  @Test
  void shouldRefuseAnEscalationThatHappenedBefore() {
    // given
    IntentStory story = atGate().advance(Duration.ofMinutes(12));
    // when
    story.fire(TimerKind.ESCALATION, 3);
    // then
    story.expect().refusal(RefusalCode.STALE_TIMER);
  }

  @ParameterizedTest
  @CsvSource({"REMINDER", "ESCALATION", "STEP_DEADLINE"})
  void shouldRefuseTheGatesTimersAfterTheDecision(TimerKind kind) {
    // given
    IntentStory story = atGate().decide("ada", "rejected");
    // when
    story.fire(kind, 3);
    // then
    story.expect().refusal(RefusalCode.STALE_TIMER);
  }

  @ParameterizedTest
  @CsvSource({"REMINDER", "ESCALATION", "STEP_DEADLINE"})
  void shouldRefuseTheFirstGatesTimersAtTheSecond(TimerKind kind) {
    // given
    var second =
        gate("second")
            .reminders("PT5M")
            .escalate("PT5M", "bo")
            .deadline("PT5M", new Fallback.Approve());
    IntentStory story = submit(GATE, second).decide("ada", "approved");
    // when
    story.fire(kind, 3);
    // then
    story.expect().refusal(RefusalCode.STALE_TIMER);
  }

  @Test
  void shouldRefuseADelayThatIsOver() {
    // given
    IntentStory story = submit(delay("one", "PT1H"), delay("two", "PT1H"));
    story.advance(Duration.ofHours(1));
    // when
    story.fire(TimerKind.DELAY, 3);
    // then
    story.expect().refusal(RefusalCode.STALE_TIMER);
  }

  @Test
  void shouldRefuseAnotherDeliveryAfterTheNextOne() {
    // given
    IntentStory story = submit(task("build", Who.MIGRATOR).retries(3, "PT1M"));
    story.giveUp(Who.MIGRATOR, "locked").advance(Duration.ofMinutes(1));
    // when
    story.fire(TimerKind.REDELIVERY, 4);
    // then
    story.expect().refusal(RefusalCode.STALE_TIMER);
  }

  @Test
  void shouldRefuseTheDeadlineOfTheDeliveryBefore() {
    // given
    IntentStory story = submit(task("build", Who.MIGRATOR).deadline("PT1H").retries(3, "PT1M"));
    story.giveUp(Who.MIGRATOR, "locked").advance(Duration.ofMinutes(1));
    // when
    story.fire(TimerKind.STEP_DEADLINE, 3);
    // then
    story.expect().refusal(RefusalCode.STALE_TIMER);
  }

  @Test
  void shouldRefuseAStaleTimerEvenBeforeTheFirstStepBegan() {
    // given
    IntentStory story = waitingToBegin(due("P1D", new Fallback.Cancel(), GATE));
    // when
    story.fire(TimerKind.REMINDER, 2);
    // then
    story.expect().refusal(RefusalCode.STALE_TIMER);
    assertThat(story.state()).isInstanceOf(Submitted.class);
  }
}
