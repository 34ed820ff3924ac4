package dev.assent.kernel.decision;

import static dev.assent.kernel.story.IntentStory.NINE;
import static dev.assent.kernel.story.IntentStory.submit;
import static dev.assent.kernel.story.StepWords.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.intent.ErrorInfo;
import dev.assent.contract.intent.IntentFailed;
import dev.assent.contract.intent.ResultRecorded;
import dev.assent.contract.intent.Verdict;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.timer.ArmedTimer;
import dev.assent.contract.timer.TimerKind;
import dev.assent.kernel.story.IntentStory;
import dev.assent.kernel.story.Who;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentRetryTest {

  private static final ErrorInfo LOCKED = new ErrorInfo("agent_failed", "locked");

  @Test
  void shouldDeliverAgainAfterAPause() {
    // given
    IntentStory story = submit(task("build", Who.MIGRATOR).retries(2, "PT1M").deadline("PT10M"));
    // when
    story.giveUp(Who.MIGRATOR, "locked").advance(Duration.ofMinutes(1));
    // then
    story.expect().delivery("build", 2).nothing();
    assertThat(story.clockwork().timer(TimerKind.STEP_DEADLINE).orElseThrow().dueAt())
        .isEqualTo(NINE.plus(Duration.ofMinutes(11)));
  }

  @Test
  void shouldKeepNothingButTheNextDeliveryInMindMeanwhile() {
    // given
    IntentStory story = submit(task("build", Who.MIGRATOR).retries(2, "PT1M").deadline("PT10M"));
    // when
    story.giveUp(Who.MIGRATOR, "locked");
    // then
    story
        .expect()
        .events(
            new ResultRecorded(
                "build",
                Who.agent(Who.MIGRATOR),
                Verdict.NEGATIVE,
                null,
                LOCKED,
                true,
                List.of(new ArmedTimer(TimerKind.REDELIVERY, NINE.plus(Duration.ofMinutes(1))))));
    assertThat(story.clockwork().armed()).containsOnlyKeys(TimerKind.REDELIVERY);
  }

  @Test
  void shouldGiveUpAfterTheLastRetry() {
    // given
    IntentStory story = submit(task("build", Who.MIGRATOR).retries(2, "PT1M"));
    story.giveUp(Who.MIGRATOR, "locked").advance(Duration.ofMinutes(1));
    story.giveUp(Who.MIGRATOR, "locked").advance(Duration.ofMinutes(1));
    // when
    story.giveUp(Who.MIGRATOR, "locked for good");
    // then
    IntentFailed end = story.expect().result("build", false).failed("agent_failed");
    assertThat(end.error().message()).isEqualTo("locked for good");
  }

  @Test
  void shouldSucceedInASecondAttempt() {
    // given
    IntentStory story = submit(task("build", Who.MIGRATOR).retries(1, "PT1M"));
    story.giveUp(Who.MIGRATOR, "locked").advance(Duration.ofMinutes(1));
    // when
    story.report(Who.MIGRATOR, "{}");
    // then
    story.expect().result("build", false).completed();
  }

  @Test
  void shouldRefuseAResultWhileTheStepWaitsForItsNextDelivery() {
    // given
    IntentStory story = submit(task("build", Who.MIGRATOR).retries(1, "PT1M"));
    story.giveUp(Who.MIGRATOR, "locked");
    // when
    story.report(Who.MIGRATOR, "{}");
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.NOT_WAITING_FOR_AGENT);
    assertThat(refusal.message()).contains("answered or timed out before");
  }
}
