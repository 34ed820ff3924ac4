package dev.assent.kernel.decision;

import static dev.assent.kernel.story.IntentStory.submit;
import static dev.assent.kernel.story.IntentStory.task;
import static dev.assent.kernel.story.StepWords.delay;
import static dev.assent.kernel.story.StepWords.gate;
import static dev.assent.kernel.story.StepWords.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.plan.Fallback;
import dev.assent.contract.signal.Signal;
import dev.assent.kernel.story.Answer;
import dev.assent.kernel.story.IntentStory;
import dev.assent.kernel.story.Json;
import dev.assent.kernel.story.Who;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RacesTest {

  private static final Signal ADA_APPROVES = Answer.by("ada", "approved").signal();

  @Test
  void shouldAnswerARepetitionWithTheDecisionThatItMade() {
    // given
    IntentStory story = submit(gate(), delay("wait", "PT1H"));
    story.send("click", ADA_APPROVES).advance(Duration.ofMinutes(3));
    // when
    story.send("click", ADA_APPROVES);
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.DUPLICATE);
    assertThat(refusal.message())
        .isEqualTo("This decision was taken before: ada answered approved at 2026-11-23T09:00:00Z");
    assertThat(refusal.winner()).isEqualTo(story.running().decision());
  }

  @Test
  void shouldAnswerARepetitionAfterTheEndToo() {
    // given
    IntentStory story = submit(gate());
    story.send("click", ADA_APPROVES);
    // when
    story.send("click", ADA_APPROVES);
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.DUPLICATE);
    assertThat(refusal.winner()).isNotNull();
    assertThat(refusal.winner().by()).isEqualTo(Who.person("ada"));
  }

  @Test
  void shouldNotTakeTheRepetitionOfOneAnswerForTheNextGatesAnswer() {
    // given
    IntentStory story = submit(gate("first"), gate("second"));
    story.send("click", ADA_APPROVES);
    // when
    story.send("click", ADA_APPROVES);
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.DUPLICATE);
    assertThat(refusal.winner()).isNotNull();
    assertThat(refusal.winner().step()).isEqualTo("first");
    assertThat(story.running().turn().step()).isEqualTo("second");
  }

  @Test
  void shouldRememberTheFirstAnswerWhenTheSecondWasGiven() {
    // given
    IntentStory story = submit(gate("first"), gate("second"), gate("third"));
    story.send("first-click", ADA_APPROVES).send("second-click", ADA_APPROVES);
    // when
    story.send("first-click", ADA_APPROVES);
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.DUPLICATE);
    assertThat(refusal.winner()).isNotNull();
    assertThat(refusal.winner().step()).isEqualTo("first");
  }

  @Test
  void shouldRememberTheFirstAnswerAfterTheEnd() {
    // given
    IntentStory story = submit(gate("first"), gate("second"));
    story.send("first-click", ADA_APPROVES).decide("ada", "rejected");
    // when
    story.send("first-click", ADA_APPROVES);
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.DUPLICATE);
    assertThat(refusal.winner()).isNotNull();
    assertThat(refusal.winner().step()).isEqualTo("first");
  }

  @Test
  void shouldTellTheLoserOfARaceWhoWonAndWhen() {
    // given
    IntentStory story = submit(gate().approver("ada", "bo"), delay("wait", "PT1H"));
    story.decide(Answer.by("bo", "rejected").at(task("approve")).saying("No."));
    // when
    story.decide(Answer.by("ada", "approved").at(task("approve")));
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.ALREADY_DECIDED);
    assertThat(refusal.message())
        .isEqualTo("Expected an open task, but bo answered rejected at 2026-11-23T09:00:00Z");
    assertThat(refusal.winner()).isNotNull();
    assertThat(refusal.winner().comment()).isEqualTo("No.");
  }

  @Test
  void shouldTellTheLoserWhileTheIntentRunsOn() {
    // given
    IntentStory story = submit(gate().approver("ada", "bo"), delay("wait", "PT1H"));
    story.decide("bo", "approved");
    // when
    story.decide("ada", "rejected");
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.ALREADY_DECIDED);
    assertThat(refusal.winner()).isEqualTo(story.running().decision());
  }

  @Test
  void shouldNameTheWinnerOfTheTaskThatIsMeant() {
    // given
    IntentStory story = submit(gate("first").approver("bo"), gate("second"), gate("third"));
    story.decide("bo", "approved").decide("ada", "approved");
    // when
    story.decide(Answer.by("ada", "rejected").at(task("first")));
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.ALREADY_DECIDED);
    assertThat(refusal.winner()).isNotNull();
    assertThat(refusal.winner().by()).isEqualTo(Who.person("bo"));
  }

  @Test
  void shouldNameTheWinnerOfTheTaskThatIsMeantAfterTheEnd() {
    // given
    IntentStory story = submit(gate("first").approver("bo"), gate("second"));
    story.decide("bo", "approved").decide("ada", "approved");
    // when
    story.decide(Answer.by("cy", "rejected").at(task("first")));
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.ALREADY_DECIDED);
    assertThat(refusal.winner()).isNotNull();
    assertThat(refusal.winner().by()).isEqualTo(Who.person("bo"));
  }

  @Test
  void shouldNotKeepALateAnswerWithoutATaskForALaterGate() {
    // given
    IntentStory story = submit(gate("first"), delay("wait", "PT1H"), gate("second"));
    story.decide("ada", "approved");
    // when
    story.decide("ada", "approved");
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.ALREADY_DECIDED);
    assertThat(refusal.winner()).isNotNull();
    assertThat(refusal.winner().step()).isEqualTo("first");
  }

  @Test
  void shouldNotKeepAnAnswerThatMissedItsDeadlineForALaterGate() {
    // given
    var goOn = new Fallback.GoTo("wait");
    IntentStory story =
        submit(gate("first").deadline("PT1H", goOn), delay("wait", "PT1H"), gate("second"));
    story.advance(Duration.ofMinutes(61));
    // when
    story.decide("ada", "approved");
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.NOT_WAITING_FOR_HUMAN);
    assertThat(refusal.message())
        .isEqualTo(
            "Expected a task that is open or still to come, but it ran out of time, or this intent"
                + " has none");
  }

  @Test
  void shouldNotTakeTheRepetitionOfOneResultForTheNextStepsResult() {
    // given
    var done = new Signal.ResultSubmitted(Who.agent(Who.MIGRATOR), Json.json("{}"), null, null);
    IntentStory story = submit(task("dump", Who.MIGRATOR), task("drop", Who.MIGRATOR));
    story.send("done", done);
    // when
    story.send("done", done);
    // then
    story.expect().refusal(RefusalCode.DUPLICATE);
    assertThat(story.running().turn().step()).isEqualTo("drop");
  }
}
