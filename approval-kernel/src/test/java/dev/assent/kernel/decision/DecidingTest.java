package dev.assent.kernel.decision;

import static dev.assent.kernel.story.IntentStory.DIGEST;
import static dev.assent.kernel.story.IntentStory.NINE;
import static dev.assent.kernel.story.IntentStory.submit;
import static dev.assent.kernel.story.IntentStory.task;
import static dev.assent.kernel.story.StepWords.gate;
import static dev.assent.kernel.story.StepWords.task;
import static dev.assent.kernel.story.StepWords.tell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.intent.DecisionRecorded;
import dev.assent.contract.intent.DecisionSummary;
import dev.assent.contract.intent.ErrorInfo;
import dev.assent.contract.intent.IntentCompleted;
import dev.assent.contract.intent.IntentFailed;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.contract.intent.TaskSummary;
import dev.assent.contract.intent.Verdict;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.TaskSpec;
import dev.assent.contract.plan.TaskType;
import dev.assent.kernel.intent.IntentState.Ended;
import dev.assent.kernel.story.Answer;
import dev.assent.kernel.story.IntentStory;
import dev.assent.kernel.story.Json;
import dev.assent.kernel.story.Who;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecidingTest {

  private static final TaskSummary SUMMARY =
      new TaskSummary(
          task("approve"), TaskType.APPROVAL, "May we do approve?", "It is about approve.");

  @Test
  void shouldCompleteWithTheDecisionWhenTheOnlyGateIsApproved() {
    // given
    IntentStory story = submit(gate());
    // when
    story.decide(Answer.by("ada", "approved").saying("Fine.").shown(DIGEST));
    // then
    DecisionSummary decision =
        new DecisionSummary(
            task("approve"),
            "approve",
            "approved",
            Verdict.POSITIVE,
            Who.person("ada"),
            NINE,
            "Fine.",
            DIGEST);
    story
        .expect()
        .events(
            new DecisionRecorded(
                "approve",
                SUMMARY,
                "input-1",
                "approved",
                Verdict.POSITIVE,
                Who.person("ada"),
                "web",
                "Fine.",
                null,
                DIGEST,
                false,
                List.of(Assignee.person("ada"))),
            new IntentCompleted(
                Json.json("{'outcome':'approved','decided_by':'ada','comment':'Fine.'}"),
                decision,
                Who.person("ada")));
    assertThat(((Ended) story.state()).decision()).isEqualTo(decision);
  }

  @Test
  void shouldFailAndSayWhyWhenTheOnlyGateIsRejected() {
    // given
    IntentStory story = submit(gate());
    // when
    story.decide(Answer.by("ada", "rejected").saying("Not on a Friday."));
    // then
    IntentFailed failed =
        story.expect().decision("approve", "rejected", "ada").failed("human_rejected");
    assertThat(failed.error())
        .isEqualTo(new ErrorInfo("human_rejected", "ada answered rejected: Not on a Friday."));
    assertThat(failed.by()).isEqualTo(Who.person("ada"));
    assertThat(failed.decision()).isNotNull();
    assertThat(failed.decision().verdict()).isEqualTo(Verdict.NEGATIVE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   "})
  void shouldLeaveAnEmptyCommentOutOfTheReason(String comment) {
    // given
    IntentStory story = submit(gate());
    // when
    story.decide(Answer.by("ada", "rejected").saying(comment));
    // then
    IntentFailed failed =
        story.expect().decision("approve", "rejected", "ada").failed("human_rejected");
    assertThat(failed.error().message()).isEqualTo("ada answered rejected");
  }

  static Stream<Arguments> everyDefaultOutcome() {
    return Stream.of(TaskType.values())
        .flatMap(type -> type.defaultOutcomes().stream().map(word -> Arguments.of(type, word)));
  }

  @ParameterizedTest
  @MethodSource("everyDefaultOutcome")
  void shouldGoOnAfterAYesWordAndFailAfterAnyOther(TaskType type, String outcome) {
    // given
    IntentStory story = submit(gate().type(type));
    // when
    story.decide("ada", outcome);
    // then
    boolean isYes = TaskSpec.isPositive(outcome);
    assertThat(((Ended) story.state()).status())
        .isEqualTo(isYes ? IntentStatus.COMPLETED : IntentStatus.FAILED);
  }

  @ParameterizedTest
  @ValueSource(strings = {"deferred", "Approved", "approved ", "yes", "cannot_assess"})
  void shouldTakeNoUnknownWordForAYes(String outcome) {
    // given
    IntentStory story = submit(gate().outcomes("approved", outcome));
    // when
    story.decide("ada", outcome);
    // then
    story.expect().decision("approve", outcome, "ada").failed("human_rejected");
  }

  @Test
  void shouldRefuseAnOutcomeThatIsNotAskedFor() {
    // given
    IntentStory story = submit(gate());
    // when
    story.decide("ada", "confirmed");
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.OUTCOME_NOT_ALLOWED);
    assertThat(refusal.message())
        .isEqualTo("Expected one of approved, rejected, but came confirmed");
  }

  @Test
  void shouldRefuseADecisionOnAnotherPayload() {
    // given
    IntentStory story = submit(gate());
    // when
    story.decide(Answer.by("ada", "approved").shown("0".repeat(64)));
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.SHOWN_SOMETHING_ELSE);
    assertThat(refusal.message()).contains(DIGEST).contains("load the task again");
  }

  @Test
  void shouldTakeADecisionThatNamesItsTask() {
    // given
    IntentStory story = submit(gate());
    // when
    story.decide(Answer.by("ada", "approved").at(task("approve")));
    // then
    story.expect().decision("approve", "approved", "ada").completed();
  }

  @Test
  void shouldRefuseADecisionOnATaskOfNobody() {
    // given
    IntentStory story = submit(gate());
    // when
    story.decide(Answer.by("ada", "approved").at(task("elsewhere")));
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.NOT_WAITING_FOR_HUMAN);
    assertThat(refusal.message())
        .isEqualTo(
            "Expected a decision on task "
                + task("approve")
                + ", which is open, but it names another; load the task again");
  }

  @Test
  void shouldGoOnWithTheNextStepAfterAYes() {
    // given
    IntentStory story = submit(gate(), task("build", Who.MIGRATOR));
    // when
    story.decide("ada", "approved");
    // then
    story.expect().decision("approve", "approved", "ada").delivery("build", 1).nothing();
  }

  @Test
  void shouldFollowTheJumpsOfTheGate() {
    // given
    var approve = gate().onSuccess("build").onFailure("tell");
    var plan = List.of(approve, task("tidy", Who.PLANNER), task("build", Who.MIGRATOR));
    IntentStory story = submit(plan.get(0), plan.get(1), plan.get(2), tell("tell", "ada"));
    IntentStory other = submit(plan.get(0), plan.get(1), plan.get(2), tell("tell", "ada"));
    // when
    story.decide("ada", "approved");
    other.decide("ada", "rejected");
    // then
    story.expect().decision("approve", "approved", "ada").delivery("build", 1).nothing();
    IntentCompleted end =
        other.expect().decision("approve", "rejected", "ada").announcement("tell").completed();
    assertThat(end.decision()).isNotNull();
    assertThat(end.decision().outcome()).isEqualTo("rejected");
  }

  @Test
  void shouldGiveEveryStepsResultInTheEnd() {
    // given
    IntentStory story = submit(task("estimate", Who.PLANNER), gate());
    story.report(Who.PLANNER, "{'rows':42}");
    // when
    story.decide(Answer.by("ada", "approved").with("{'window':'night'}"));
    // then
    IntentCompleted end = story.expect().decision("approve", "approved", "ada").completed();
    String approve = "'outcome':'approved','decided_by':'ada','data':{'window':'night'}";
    assertThat(end.result())
        .isEqualTo(
            Json.json(
                "{" + approve + ",'steps':{'approve':{" + approve + "},'estimate':{'rows':42}}}"));
  }

  @Test
  void shouldRecordThePresentDigestWhereNoneWasShown() {
    // given
    IntentStory story = submit(gate());
    // when
    story.decide("ada", "approved");
    // then
    IntentCompleted end = story.expect().decision("approve", "approved", "ada").completed();
    assertThat(end.decision()).isNotNull();
    assertThat(end.decision().payloadDigest()).isEqualTo(DIGEST);
  }
}
