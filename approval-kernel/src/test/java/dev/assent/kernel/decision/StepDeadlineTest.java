package dev.assent.kernel.decision;

import static dev.assent.kernel.story.IntentStory.DIGEST;
import static dev.assent.kernel.story.IntentStory.submit;
import static dev.assent.kernel.story.IntentStory.task;
import static dev.assent.kernel.story.StepWords.delay;
import static dev.assent.kernel.story.StepWords.gate;
import static dev.assent.kernel.story.StepWords.task;
import static dev.assent.kernel.story.StepWords.tell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.DecisionRecorded;
import dev.assent.contract.intent.IntentCanceled;
import dev.assent.contract.intent.IntentCompleted;
import dev.assent.contract.intent.IntentTimedOut;
import dev.assent.contract.intent.StepTimedOut;
import dev.assent.contract.intent.TaskSummary;
import dev.assent.contract.intent.Verdict;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.Fallback;
import dev.assent.contract.plan.TaskType;
import dev.assent.kernel.story.Answer;
import dev.assent.kernel.story.GateWords;
import dev.assent.kernel.story.IntentStory;
import dev.assent.kernel.story.Json;
import dev.assent.kernel.story.Who;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StepDeadlineTest {

  private static final Actor POLICY = Actor.system("policy");
  private static final TaskSummary SUMMARY =
      new TaskSummary(
          task("approve"), TaskType.APPROVAL, "May we do approve?", "It is about approve.");

  private static GateWords due(Fallback then) {
    return gate().deadline("PT1H", then);
  }

  private static IntentStory pass(IntentStory story) {
    return story.advance(Duration.ofHours(1));
  }

  private static StepTimedOut timedOut(String fallback) {
    return new StepTimedOut("approve", SUMMARY, fallback, List.of(Assignee.person("ada")));
  }

  private static DecisionRecorded byPolicy(String outcome, Verdict verdict) {
    return new DecisionRecorded(
        "approve",
        SUMMARY,
        "input-1",
        outcome,
        verdict,
        POLICY,
        "policy",
        "nobody answered before the deadline",
        null,
        DIGEST,
        false,
        List.of());
  }

  @Test
  void shouldRejectWhereThePolicySaysSo() {
    // given
    IntentStory story = submit(due(new Fallback.Reject()), task("build", Who.MIGRATOR));
    // when
    pass(story);
    // then
    var end =
        story
            .expect()
            .stepTimedOut("approve", "reject")
            .decision("approve", "rejected", "policy")
            .failed("deadline_rejected");
    assertThat(end.error().message())
        .isEqualTo("policy answered rejected: nobody answered before the deadline");
  }

  @Test
  void shouldTakeTheFailurePathAfterARejectionByPolicy() {
    // given
    IntentStory story =
        submit(
            due(new Fallback.Reject()).onFailure("undo").onSuccess("build"),
            task("build", Who.MIGRATOR),
            task("undo", Who.PLANNER));
    // when
    pass(story);
    // then
    story
        .expect()
        .stepTimedOut("approve", "reject")
        .decision("approve", "rejected", "policy")
        .delivery("undo", 1)
        .nothing();
  }

  @Test
  void shouldApproveOnlyInThePolicysOwnName() {
    // given
    IntentStory story = submit(due(new Fallback.Approve()), task("build", Who.MIGRATOR));
    // when
    pass(story);
    // then
    assertThat(story.log().get(3).event()).isEqualTo(timedOut("approve"));
    assertThat(story.log().get(4).event()).isEqualTo(byPolicy("approved", Verdict.POSITIVE));
    story
        .expect()
        .stepTimedOut("approve", "approve")
        .decision("approve", "approved", "policy")
        .delivery("build", 1)
        .nothing();
  }

  @ParameterizedTest
  @CsvSource({
    "CONFIRMATION, true, confirmed",
    "CONFIRMATION, false, rejected",
    "REVIEW, false, changes_requested",
    "MANUAL_ACTION, false, failed",
    "FORM, true, submitted",
    "FORM, false, rejected"
  })
  void shouldAnswerForThePolicyInTheWordsOfTheTask(TaskType type, boolean yes, String outcome) {
    // given
    Fallback fallback = yes ? new Fallback.Approve() : new Fallback.Reject();
    IntentStory story = submit(due(fallback).type(type));
    // when
    pass(story);
    // then
    story
        .expect()
        .stepTimedOut("approve", yes ? "approve" : "reject")
        .decision("approve", outcome, "policy");
  }

  @Test
  void shouldApproveForThePolicyEvenWhereNoYesWordIsAllowed() {
    // given
    IntentStory story = submit(due(new Fallback.Approve()).outcomes("deferred"));
    // when
    pass(story);
    // then
    story
        .expect()
        .stepTimedOut("approve", "approve")
        .decision("approve", "approved", "policy")
        .completed();
  }

  @Test
  void shouldTellLateComersThatThePolicyDecided() {
    // given
    IntentStory story = submit(due(new Fallback.Approve()), delay("wait", "PT1H"));
    pass(story);
    // when
    story.decide(Answer.by("ada", "rejected").at(task("approve")));
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.ALREADY_DECIDED);
    assertThat(refusal.message())
        .isEqualTo("Expected an open task, but policy answered approved at 2026-11-23T10:00:00Z");
  }

  @Test
  void shouldCancelWhereThePolicySaysSo() {
    // given
    IntentStory story = submit(due(new Fallback.Cancel()));
    // when
    pass(story);
    // then
    story
        .expect()
        .events(
            timedOut("cancel"),
            new IntentCanceled("nobody answered step approve before its deadline", POLICY));
  }

  @Test
  void shouldTimeOutWhereThePolicySaysSo() {
    // given
    IntentStory story = submit(due(new Fallback.TimeOut()));
    // when
    pass(story);
    // then
    story
        .expect()
        .events(
            timedOut("time_out"),
            new IntentTimedOut(
                "approve", "nobody answered step approve before its deadline", List.of()));
  }

  @Test
  void shouldCompleteWithTheDefaultWhereThePolicySaysSo() {
    // given
    IntentStory story = submit(due(new Fallback.CompleteWith(Json.json("{'use':'the old plan'}"))));
    // when
    pass(story);
    // then
    story
        .expect()
        .events(
            timedOut("complete"),
            new IntentCompleted(Json.json("{'use':'the old plan'}"), null, POLICY));
  }

  @Test
  void shouldGoOnWithTheStepThatThePolicyNames() {
    // given
    IntentStory story =
        submit(
            due(new Fallback.GoTo("ask-cy")),
            task("build", Who.MIGRATOR).onSuccess("done"),
            gate("ask-cy").approver("cy").onSuccess("build"),
            tell("done", "ada"));
    // when
    pass(story);
    // then
    story.expect().stepTimedOut("approve", "go_to ask-cy").assigned("ask-cy", "cy").nothing();
  }
}
