package dev.assent.kernel.process;

import static dev.assent.contract.timer.TimerKind.DELAY;
import static dev.assent.contract.timer.TimerKind.ESCALATION;
import static dev.assent.contract.timer.TimerKind.REDELIVERY;
import static dev.assent.contract.timer.TimerKind.REMINDER;
import static dev.assent.contract.timer.TimerKind.STEP_DEADLINE;
import static dev.assent.kernel.story.IntentStory.DIGEST;
import static dev.assent.kernel.story.IntentStory.INTENT;
import static dev.assent.kernel.story.IntentStory.NINE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.DecisionRecorded;
import dev.assent.contract.intent.HumanTaskAssigned;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.intent.IntentTimedOut;
import dev.assent.contract.intent.IntentTransfer;
import dev.assent.contract.intent.StepTimedOut;
import dev.assent.contract.intent.TaskSummary;
import dev.assent.contract.intent.Verdict;
import dev.assent.contract.notification.NoticeKind;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.timer.TimerKind;
import dev.assent.kernel.process.Effect.CancelTimers;
import dev.assent.kernel.process.Effect.Notify;
import dev.assent.kernel.story.IntentStory;
import dev.assent.kernel.story.StepWords;
import dev.assent.kernel.story.Who;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NoticesTest {

  private static final Actor ADA = Who.person("ada");
  private static final List<Assignee> BO = List.of(Assignee.person("bo"));
  private static final TaskSummary TASK =
      ((HumanTaskAssigned) IntentStory.submit(StepWords.gate("approve")).log().getLast().event())
          .summary();
  private static final Effect STEP_OVER =
      new CancelTimers(EnumSet.of(REMINDER, ESCALATION, STEP_DEADLINE, DELAY, REDELIVERY));
  private static final Effect ALL_OVER = new CancelTimers(EnumSet.allOf(TimerKind.class));

  private static List<Effect> react(IntentEvent event) {
    var envelope = new Envelope(INTENT, 7, NINE, "test", "correlation", "cause", null);
    return Reactions.react(new RecordedEvent(envelope, event));
  }

  private static Notify tells(
      NoticeKind notice, String text, @Nullable Instant dueAt, @Nullable String except) {
    return new Notify(notice, BO, TASK, "May we do approve?", text, dueAt, except);
  }

  private static DecisionRecorded decision(
      boolean early, @Nullable String comment, List<Assignee> told) {
    return new DecisionRecorded(
        "s",
        TASK,
        "i",
        "approved",
        Verdict.POSITIVE,
        ADA,
        "web",
        comment,
        null,
        DIGEST,
        early,
        told);
  }

  @Test
  void shouldTellWhoeverGetsATaskFromSomebody() {
    assertThat(react(new IntentTransfer("s", TASK, ADA, BO, "please")))
        .containsExactly(
            tells(NoticeKind.TASK_ASSIGNED, "ada handed this decision to you.", null, null));
  }

  @Test
  void shouldTellTheOthersWhoDecidedAndWhy() {
    assertThat(react(decision(false, "Fine.", BO)))
        .containsExactly(
            STEP_OVER, tells(NoticeKind.DECIDED, "ada answered approved: Fine.", null, "ada"));
  }

  @Test
  void shouldTellADecisionWithoutAComment() {
    assertThat(react(decision(false, " ", BO)))
        .containsExactly(
            STEP_OVER, tells(NoticeKind.DECIDED, "ada answered approved.", null, "ada"));
    assertThat(react(decision(false, null, BO))).isEqualTo(react(decision(false, "", BO)));
  }

  @Test
  void shouldTellADecisionToNobodyWhereNobodyWasAsked() {
    assertThat(react(decision(false, "Fine.", List.of()))).containsExactly(STEP_OVER);
  }

  @Test
  void shouldTellThatTimeIsUp() {
    assertThat(react(new StepTimedOut("s", TASK, "reject", BO)))
        .containsExactly(
            STEP_OVER,
            tells(
                NoticeKind.TIMED_OUT,
                "Nobody answered in time; the agreed fallback came into force: reject",
                null,
                null));
  }

  @Test
  void shouldTellNobodyThatAnAgentWasTooLate() {
    assertThat(react(new StepTimedOut("s", null, "fail", List.of()))).containsExactly(STEP_OVER);
  }

  @Test
  void shouldTellWhoeverWasAskedThatTheIntentTimedOut() {
    assertThat(react(new IntentTimedOut("s", "the deadline passed", BO)))
        .containsExactly(
            ALL_OVER,
            new Notify(
                NoticeKind.TIMED_OUT,
                BO,
                null,
                "An approval ran out of time",
                "Nothing more is asked of you: the deadline passed.",
                null,
                null));
  }
}
