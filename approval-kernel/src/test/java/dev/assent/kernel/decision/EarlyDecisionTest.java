package dev.assent.kernel.decision;

import static dev.assent.kernel.story.IntentStory.DIGEST;
import static dev.assent.kernel.story.IntentStory.submit;
import static dev.assent.kernel.story.IntentStory.task;
import static dev.assent.kernel.story.StepWords.delay;
import static dev.assent.kernel.story.StepWords.gate;
import static dev.assent.kernel.story.StepWords.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.intent.DecisionRecorded;
import dev.assent.contract.intent.TaskSummary;
import dev.assent.contract.intent.Verdict;
import dev.assent.contract.notification.NoticeKind;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.TaskType;
import dev.assent.kernel.intent.IntentState.Ended;
import dev.assent.kernel.story.Answer;
import dev.assent.kernel.story.IntentStory;
import dev.assent.kernel.story.Who;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class EarlyDecisionTest {

  private static final TaskSummary SUMMARY =
      new TaskSummary(
          task("approve"), TaskType.APPROVAL, "May we do approve?", "It is about approve.");

  private static IntentStory beforeTheGate() {
    return submit(task("estimate", Who.PLANNER), gate().approver("ada", "bo").reminders("PT5M"));
  }

  private static DecisionRecorded approval(boolean early, List<Assignee> told) {
    return new DecisionRecorded(
        "approve",
        SUMMARY,
        "input-1",
        "approved",
        Verdict.POSITIVE,
        Who.person("ada"),
        "web",
        null,
        null,
        DIGEST,
        early,
        told);
  }

  @Test
  void shouldKeepAnAnswerThatComesBeforeItsGate() {
    // given
    IntentStory story = beforeTheGate();
    // when
    story.decide("ada", "approved");
    // then
    story.expect().events(approval(true, List.of()));
    assertThat(story.running().turn().step()).isEqualTo("estimate");
    assertThat(story.running().decision()).isNull();
    assertThat(story.notices()).isEmpty();
  }

  @Test
  void shouldPutItInForceWhenTheGateOpensAndTellTheOthers() {
    // given
    IntentStory story = beforeTheGate().decide("ada", "approved");
    // when
    story.report(Who.PLANNER, "{}");
    // then
    var both = List.of(Assignee.person("ada"), Assignee.person("bo"));
    assertThat(story.log().get(6).event()).isEqualTo(approval(false, both));
    story
        .expect()
        .result("estimate", false)
        .assigned("approve", "ada", "bo")
        .decision("approve", "approved", "ada")
        .completed();
    assertThat(story.notices().getLast().notice()).isEqualTo(NoticeKind.DECIDED);
    assertThat(story.notices().getLast().except()).isEqualTo("ada");
    assertThat(story.clockwork().armed()).isEmpty();
  }

  @Test
  void shouldPutAnEarlyNoInForceToo() {
    // given
    IntentStory story = beforeTheGate().decide("ada", "rejected");
    // when
    story.report(Who.PLANNER, "{}");
    // then
    story
        .expect()
        .result("estimate", false)
        .assigned("approve", "ada", "bo")
        .decision("approve", "rejected", "ada")
        .failed("human_rejected");
  }

  @Test
  void shouldTakeTheFailurePathAfterAnEarlyNo() {
    // given
    IntentStory story =
        submit(delay("wait", "PT1H"), gate().onFailure("undo"), task("undo", Who.PLANNER));
    story.decide("ada", "rejected");
    // when
    story.advance(Duration.ofHours(1));
    // then
    story
        .expect()
        .assigned("approve", "ada")
        .decision("approve", "rejected", "ada")
        .delivery("undo", 1)
        .nothing();
  }

  @Test
  void shouldRefuseASecondEarlyAnswerAndNameTheFirst() {
    // given
    IntentStory story = beforeTheGate().decide("ada", "approved");
    // when
    story.decide("bo", "rejected");
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.ALREADY_DECIDED);
    assertThat(refusal.message())
        .isEqualTo(
            "Expected the first early answer to step approve, but one is kept: ada answered"
                + " approved at 2026-11-23T09:00:00Z");
    assertThat(refusal.winner()).isNotNull();
    assertThat(refusal.winner().by()).isEqualTo(Who.person("ada"));
  }

  @Test
  void shouldAnswerTheRepetitionOfAnEarlyAnswer() {
    // given
    IntentStory story = beforeTheGate();
    story.send("click", Answer.by("ada", "approved").signal());
    // when
    story.send("click", Answer.by("ada", "approved").signal());
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.DUPLICATE);
    assertThat(refusal.message())
        .isEqualTo(
            "This answer is kept until step approve opens: ada answered approved at"
                + " 2026-11-23T09:00:00Z");
    assertThat(refusal.winner()).isNotNull();
  }

  @Test
  void shouldAnswerTheRepetitionAfterItCameIntoForce() {
    // given
    IntentStory story = beforeTheGate();
    story.send("click", Answer.by("ada", "approved").signal()).report(Who.PLANNER, "{}");
    // when
    story.send("click", Answer.by("ada", "approved").signal());
    // then
    story.expect().refusal(RefusalCode.DUPLICATE);
    assertThat(((Ended) story.state()).decisionInput()).isEqualTo("click");
  }

  @Test
  void shouldRefuseAnEarlyAnswerOfWhoeverIsNoApprover() {
    // given
    IntentStory story = beforeTheGate();
    // when
    story.decide("eve", "approved");
    // then
    story.expect().refusal(RefusalCode.NOT_AN_APPROVER);
  }

  @Test
  void shouldLetNobodyAnswerEarlyWhoIsAskedOnlyLaterInTheChain() {
    // given
    IntentStory story = submit(delay("wait", "PT1H"), gate().escalate("PT10M", "bo"));
    // when
    story.decide("bo", "approved");
    // then
    story.expect().refusal(RefusalCode.NOT_AN_APPROVER);
  }

  @Test
  void shouldRefuseAnEarlyAnswerThatIsNone() {
    // given
    IntentStory story = beforeTheGate();
    // when
    story.decide("ada", "maybe");
    // then
    story.expect().refusal(RefusalCode.OUTCOME_NOT_ALLOWED);
  }

  @Test
  void shouldKeepAnEarlyAnswerToALaterGateWhileAnotherIsOpen() {
    // given
    IntentStory story = submit(gate("first"), gate("second").approver("bo"));
    story.decide(Answer.by("bo", "approved").at(task("second")));
    // when
    story.decide(Answer.by("ada", "approved").at(task("first")));
    // then
    story
        .expect()
        .decision("first", "approved", "ada")
        .assigned("second", "bo")
        .decision("second", "approved", "bo")
        .completed();
  }

  @Test
  void shouldKeepTheAnswerForTheGateThatItNames() {
    // given
    IntentStory story =
        submit(delay("wait", "PT1H"), gate("first"), task("build", Who.MIGRATOR), gate("second"));
    // when
    story.decide(Answer.by("ada", "approved").at(task("second")));
    // then
    story.expect().earlyDecision("second", "approved", "ada").nothing();
  }

  @Test
  void shouldMeanTheNextGateWhereNoTaskIsNamed() {
    // given
    IntentStory story = submit(delay("wait", "PT1H"), gate("first"), gate("second"));
    // when
    story.decide("ada", "approved");
    // then
    story.expect().earlyDecision("first", "approved", "ada").nothing();
  }

  @Test
  void shouldRefuseAnAnswerWhereNobodyWillBeAsked() {
    // given
    IntentStory story = submit(delay("wait", "PT1H"));
    // when
    story.decide("ada", "approved");
    // then
    story.expect().refusal(RefusalCode.NOT_WAITING_FOR_HUMAN);
  }
}
