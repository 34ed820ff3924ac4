package dev.assent.kernel.decision;

import static dev.assent.kernel.story.IntentStory.submit;
import static dev.assent.kernel.story.StepWords.delay;
import static dev.assent.kernel.story.StepWords.gate;
import static dev.assent.kernel.story.StepWords.task;
import static dev.assent.kernel.story.StepWords.tell;
import static dev.assent.kernel.story.StepWords.tellThen;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.IntentFailed;
import dev.assent.contract.plan.Fallback;
import dev.assent.kernel.story.Answer;
import dev.assent.kernel.story.GateWords;
import dev.assent.kernel.story.IntentStory;
import dev.assent.kernel.story.StepWords;
import dev.assent.kernel.story.Who;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/**
 * A plan that names a failure step in the middle of its list must not run into what was refused.
 */
class RefusedGateTest {

  private static final StepWords BUILD = task("build", Who.MIGRATOR);

  private static IntentStory withNewsInTheMiddle(GateWords gate) {
    return submit(gate.onSuccess("build"), tell("sorry", "bo"), BUILD);
  }

  @Test
  void shouldNotRunIntoTheGuardedStepByMereOrderAfterANo() {
    // given
    IntentStory story = withNewsInTheMiddle(gate().onFailure("sorry"));
    // when
    story.decide(Answer.by("ada", "rejected").saying("Not tonight."));
    // then
    IntentFailed end =
        story
            .expect()
            .decision("approve", "rejected", "ada")
            .announcement("sorry")
            .failed("human_rejected");
    assertThat(end.error().message()).isEqualTo("ada answered rejected: Not tonight.");
    assertThat(end.by()).isEqualTo(Who.person("ada"));
    assertThat(end.decision()).isNotNull();
  }

  @Test
  void shouldNotRunIntoItAfterTheWholeFailurePathEither() {
    // given
    IntentStory story =
        submit(
            gate().onSuccess("build").onFailure("cool-down"),
            delay("cool-down", "PT1H"),
            task("undo", Who.PLANNER),
            BUILD);
    story.decide("ada", "rejected").advance(Duration.ofHours(1));
    // when
    story.report(Who.PLANNER, "{}");
    // then
    story.expect().result("undo", false).failed("human_rejected");
  }

  @Test
  void shouldNotRunIntoItAfterAPolicysNo() {
    // given
    var gate = gate().onFailure("sorry").deadline("PT1H", new Fallback.Reject());
    IntentStory story = withNewsInTheMiddle(gate);
    // when
    story.advance(Duration.ofHours(1));
    // then
    IntentFailed end =
        story
            .expect()
            .stepTimedOut("approve", "reject")
            .decision("approve", "rejected", "policy")
            .announcement("sorry")
            .failed("deadline_rejected");
    assertThat(end.by()).isEqualTo(Actor.system("policy"));
  }

  @Test
  void shouldNotRunIntoItWhenNobodyAnswered() {
    // given
    IntentStory story = withNewsInTheMiddle(gate().deadline("PT1H", new Fallback.GoTo("sorry")));
    // when
    story.advance(Duration.ofHours(1));
    // then
    IntentFailed end =
        story
            .expect()
            .stepTimedOut("approve", "go_to sorry")
            .announcement("sorry")
            .failed("step_timeout");
    assertThat(end.error().message()).isEqualTo("nobody answered step approve before its deadline");
    assertThat(end.by()).isEqualTo(Actor.system("policy"));
    assertThat(end.decision()).isNull();
  }

  @Test
  void shouldNotTakeAnotherGatesYesForTheMissingOne() {
    // given
    IntentStory story =
        submit(
            gate("first"),
            gate().onSuccess("build").deadline("PT1H", new Fallback.GoTo("sorry")),
            tell("sorry", "bo"),
            BUILD);
    story.decide("ada", "approved");
    // when
    story.advance(Duration.ofHours(1));
    // then
    IntentFailed end =
        story
            .expect()
            .stepTimedOut("approve", "go_to sorry")
            .announcement("sorry")
            .failed("step_timeout");
    assertThat(end.decision()).isNotNull();
    assertThat(end.decision().step()).isEqualTo("first");
  }

  @Test
  void shouldGoWhereThePlanSaysInWords() {
    // given
    IntentStory story =
        submit(
            gate().onSuccess("build").onFailure("sorry"), tellThen("sorry", "build", "bo"), BUILD);
    // when
    story.decide("ada", "rejected");
    // then
    story
        .expect()
        .decision("approve", "rejected", "ada")
        .announcement("sorry")
        .delivery("build", 1)
        .nothing();
  }

  @Test
  void shouldGoOnInOrderWhereThePlanJumpsToAStepOnTheMainLine() {
    // given
    IntentStory story =
        submit(gate().onFailure("clean"), BUILD, delay("clean", "PT1H"), tell("news", "ada"));
    story.decide("ada", "rejected");
    // when
    story.advance(Duration.ofHours(1));
    // then
    story.expect().announcement("news").completed();
  }

  @Test
  void shouldEndWhereTheFailurePathIsTheEndOfThePlan() {
    // given
    IntentStory story = submit(gate().onFailure("sorry"), BUILD, tell("sorry", "bo"));
    // when
    story.decide("ada", "rejected");
    // then
    story.expect().decision("approve", "rejected", "ada").announcement("sorry").completed();
  }

  @Test
  void shouldGoOnAfterALaterYes() {
    // given
    IntentStory story =
        submit(
            gate().onSuccess("build").onFailure("rework"),
            task("rework", Who.PLANNER),
            gate("again"),
            BUILD);
    story.decide("ada", "rejected").report(Who.PLANNER, "{}");
    // when
    story.decide("ada", "approved");
    // then
    story.expect().decision("again", "approved", "ada").delivery("build", 1).nothing();
  }

  @Test
  void shouldGoOnInOrderAfterAYes() {
    // given
    IntentStory story = withNewsInTheMiddle(gate().onFailure("sorry"));
    // when
    story.decide("ada", "approved");
    // then
    story.expect().decision("approve", "approved", "ada").delivery("build", 1).nothing();
  }

  @Test
  void shouldGoOnInOrderAfterAnAgentsFailure() {
    // given
    IntentStory story =
        submit(
            task("try", Who.PLANNER).onSuccess("news").onFailure("try-else"),
            task("try-else", Who.MIGRATOR),
            tell("news", "ada"));
    story.giveUp(Who.PLANNER, "no");
    // when
    story.report(Who.MIGRATOR, "{}");
    // then
    story.expect().result("try-else", false).announcement("news").completed();
  }
}
