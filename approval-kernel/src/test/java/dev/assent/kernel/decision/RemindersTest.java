package dev.assent.kernel.decision;

import static dev.assent.kernel.story.IntentStory.NINE;
import static dev.assent.kernel.story.IntentStory.submit;
import static dev.assent.kernel.story.IntentStory.task;
import static dev.assent.kernel.story.StepWords.gate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.intent.IntentReminder;
import dev.assent.contract.intent.TaskSummary;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.Fallback;
import dev.assent.contract.plan.TaskType;
import dev.assent.contract.signal.Signal.TimerFired;
import dev.assent.contract.timer.ArmedTimer;
import dev.assent.contract.timer.TimerKind;
import dev.assent.kernel.story.GateWords;
import dev.assent.kernel.story.IntentStory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemindersTest {

  @Test
  void shouldArmTheFirstReminderWhenTheGateOpens() {
    // given
    GateWords gate = gate().reminders("PT5M", "PT30M");
    // when
    IntentStory story = submit(gate);
    // then
    assertThat(dueOf(story, TimerKind.REMINDER)).isEqualTo(minute(5));
    assertThat(story.clockwork().armed()).containsOnlyKeys(TimerKind.REMINDER);
  }

  @Test
  void shouldArmNothingWhereNobodyIsToBeReminded() {
    // given
    GateWords gate = gate();
    // when
    IntentStory story = submit(gate);
    // then
    assertThat(story.clockwork().armed()).isEmpty();
  }

  @Test
  void shouldTellEverythingAboutAReminder() {
    // given
    IntentStory story =
        submit(
            gate()
                .approver("ada", "group:sre")
                .reminders("PT5M", "PT30M")
                .deadline("PT1H", new Fallback.Reject()));
    // when
    story.advance(Duration.ofMinutes(5));
    // then
    story
        .expect()
        .events(
            new IntentReminder(
                "approve",
                new TaskSummary(
                    task("approve"),
                    TaskType.APPROVAL,
                    "May we do approve?",
                    "It is about approve."),
                1,
                List.of(Assignee.person("ada"), Assignee.group("sre")),
                minute(60),
                List.of(new ArmedTimer(TimerKind.REMINDER, minute(30)))));
  }

  @Test
  void shouldRemindNobodyBeforeTheTime() {
    // given
    IntentStory story = submit(gate().reminders("PT5M"));
    // when
    story.advance(Duration.ofMinutes(5).minusMillis(1));
    // then
    story.expect().nothing();
  }

  @Test
  void shouldFollowTheListAndStopAfterIt() {
    // given
    IntentStory story = submit(gate().reminders("PT5M", "PT30M"));
    // when
    story.advance(Duration.ofDays(10));
    // then
    story.expect().reminder(1, "ada").reminder(2, "ada").nothing();
    assertThat(story.clockwork().armed()).isEmpty();
  }

  @Test
  void shouldRepeatAfterTheListIsUsedUp() {
    // given
    IntentStory story = submit(gate().reminders("PT5M", "PT30M").repeat("PT20M"));
    // when
    story.advance(Duration.ofMinutes(89));
    // then
    story.expect().reminder(1, "ada").reminder(2, "ada").reminder(3, "ada").reminder(4, "ada");
    assertThat(dueOf(story, TimerKind.REMINDER)).isEqualTo(minute(90));
  }

  @Test
  void shouldRepeatFromTheQuestionWhereThereIsNoList() {
    // given
    IntentStory story = submit(gate().repeat("PT20M"));
    // when
    story.advance(Duration.ofMinutes(45));
    // then
    story.expect().reminder(1, "ada").reminder(2, "ada").nothing();
    assertThat(dueOf(story, TimerKind.REMINDER)).isEqualTo(minute(60));
  }

  @Test
  void shouldStopAtTheMost() {
    // given
    IntentStory story = submit(gate().reminders("PT5M").repeat("PT5M").max(3));
    // when
    story.advance(Duration.ofDays(1));
    // then
    story.expect().reminder(1, "ada").reminder(2, "ada").reminder(3, "ada").nothing();
  }

  @Test
  void shouldStopWithinTheListAtTheMost() {
    // given
    IntentStory story = submit(gate().reminders("PT5M", "PT10M", "PT15M").max(2));
    // when
    story.advance(Duration.ofDays(1));
    // then
    story.expect().reminder(1, "ada").reminder(2, "ada").nothing();
  }

  @Test
  void shouldNotDriftWhenEveryReminderFiresLate() {
    // given
    IntentStory story = submit(gate().repeat("PT10M"));
    for (int number = 1; number < 20; number++) {
      story.outage(Duration.ofMinutes(10).plusSeconds(1));
    }
    // when
    story.advance(Duration.ofMinutes(10));
    // then
    story.expect().reminder(20, "ada").nothing();
    assertThat(dueOf(story, TimerKind.REMINDER)).isEqualTo(minute(210));
  }

  @Test
  void shouldRemindOnceAfterAnOutageHoweverMuchWasMissed() {
    // given
    IntentStory story = submit(gate().reminders("PT5M", "PT8M").repeat("PT10M"));
    // when
    story.outage(Duration.ofHours(10));
    // then
    story.expect().reminder(1, "ada").nothing();
    assertThat(dueOf(story, TimerKind.REMINDER)).isEqualTo(minute(608));
  }

  @Test
  void shouldSkipTheListsMissedTimesToo() {
    // given
    IntentStory story = submit(gate().reminders("PT5M", "PT8M", "PT30M"));
    // when
    story.outage(Duration.ofMinutes(20));
    // then
    story.expect().reminder(1, "ada").nothing();
    assertThat(dueOf(story, TimerKind.REMINDER)).isEqualTo(minute(30));
  }

  @Test
  void shouldNotBelieveTheDueTimeThatTheClocksSignalTells() {
    // given
    IntentStory story = submit(gate().repeat("PT10M"));
    story.advance(Duration.ofMinutes(9));
    // when
    story.send(new TimerFired(TimerKind.REMINDER, 3, minute(600)));
    // then
    story.expect().reminder(1, "ada").nothing();
    assertThat(dueOf(story, TimerKind.REMINDER)).isEqualTo(minute(20));
  }

  @Test
  void shouldNotRepeatATimeWhenTheClockIsAMomentAhead() {
    // given
    IntentStory story = submit(gate().reminders("PT5M", "PT30M"));
    story.advance(Duration.ofMinutes(5).minusMillis(40));
    // when
    story.send(new TimerFired(TimerKind.REMINDER, 3, minute(5)));
    // then
    story.expect().reminder(1, "ada").nothing();
    assertThat(dueOf(story, TimerKind.REMINDER)).isEqualTo(minute(30));
  }

  @Test
  void shouldStartOverAtEachLevelAndNumberOn() {
    // given
    IntentStory story =
        submit(gate().reminders("PT4M").repeat("PT4M").max(2).escalate("PT10M", "bo"));
    // when
    story.advance(Duration.ofHours(1));
    // then
    story
        .expect()
        .reminder(1, "ada")
        .reminder(2, "ada")
        .escalation(1, "ada", "bo")
        .reminder(3, "bo")
        .reminder(4, "bo")
        .nothing();
  }

  @Test
  void shouldStopWhenTheGateIsAnswered() {
    // given
    IntentStory story = submit(gate().repeat("PT5M"), gate("second").approver("bo"));
    // when
    story.decide("ada", "approved");
    // then
    assertThat(story.clockwork().armed()).isEmpty();
  }

  private static Instant dueOf(IntentStory story, TimerKind kind) {
    return story.clockwork().timer(kind).orElseThrow().dueAt();
  }

  private static Instant minute(int minute) {
    return NINE.plus(Duration.ofMinutes(minute));
  }
}
