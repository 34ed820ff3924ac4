package dev.assent.kernel.decision;

import static dev.assent.kernel.story.IntentStory.submit;
import static dev.assent.kernel.story.StepWords.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.intent.ErrorInfo;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.signal.Signal.ResultSubmitted;
import dev.assent.contract.signal.StepAttempt;
import dev.assent.kernel.intent.StepTurn.AwaitingAgent;
import dev.assent.kernel.story.IntentStory;
import dev.assent.kernel.story.Json;
import dev.assent.kernel.story.Who;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A result that names its delivery counts for that delivery and for no other. */
class LateResultTest {

  private static ResultSubmitted done(String step, int attempt) {
    return new ResultSubmitted(
        Who.agent(Who.MIGRATOR), Json.json("{}"), null, new StepAttempt(step, attempt));
  }

  private static IntentStory inItsSecondTry() {
    return submit(task("build", Who.MIGRATOR).retries(2, "PT1M"))
        .giveUp(Who.MIGRATOR, "locked")
        .advance(Duration.ofMinutes(1));
  }

  @Test
  void shouldTakeTheResultOfTheDeliveryThatIsOpen() {
    // given
    IntentStory story = inItsSecondTry();
    // when
    story.send(done("build", 2));
    // then
    story.expect().result("build", false).completed();
  }

  @Test
  void shouldNotTakeTheFirstTrysResultForTheSeconds() {
    // given
    IntentStory story = inItsSecondTry();
    // when
    story.send(done("build", 1));
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.NOT_WAITING_FOR_AGENT);
    assertThat(refusal.message())
        .isEqualTo(
            "Expected the result of delivery 2 of step build, but it is of delivery 1 of step"
                + " build, which was answered or timed out before");
    assertThat(story.running().turn()).isEqualTo(new AwaitingAgent("build", 2, false));
  }

  @Test
  void shouldNotTakeTheFirstTrysFailureForTheSeconds() {
    // given
    IntentStory story = inItsSecondTry();
    var failed = new ErrorInfo("agent_failed", "locked");
    // when
    story.send(
        new ResultSubmitted(Who.agent(Who.MIGRATOR), null, failed, new StepAttempt("build", 1)));
    // then
    story.expect().refusal(RefusalCode.NOT_WAITING_FOR_AGENT);
  }

  @Test
  void shouldNotTakeTheResultOfAStepThatTimedOutForTheStepAfterIt() {
    // given
    IntentStory story =
        submit(
            task("build", Who.MIGRATOR).deadline("PT10M").onFailure("report"),
            task("report", Who.MIGRATOR));
    story.advance(Duration.ofMinutes(10));
    // when
    story.send(done("build", 1));
    // then
    story.expect().refusal(RefusalCode.NOT_WAITING_FOR_AGENT);
    assertThat(story.running().turn()).isEqualTo(new AwaitingAgent("report", 1, false));
  }

  /** AXP clients name no delivery: what they send counts for what is open. */
  @Test
  void shouldTakeAResultThatNamesNoDeliveryForTheOneThatIsOpen() {
    // given
    IntentStory story = inItsSecondTry();
    // when
    story.report(Who.MIGRATOR, "{}");
    // then
    story.expect().result("build", false).completed();
  }
}
