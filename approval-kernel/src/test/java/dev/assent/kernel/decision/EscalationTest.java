package dev.assent.kernel.decision;

import static dev.assent.kernel.story.IntentStory.NINE;
import static dev.assent.kernel.story.IntentStory.submit;
import static dev.assent.kernel.story.IntentStory.task;
import static dev.assent.kernel.story.StepWords.gate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.intent.DecisionRecorded;
import dev.assent.contract.intent.IntentEscalated;
import dev.assent.contract.intent.TaskSummary;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.Fallback;
import dev.assent.contract.plan.TaskType;
import dev.assent.contract.timer.ArmedTimer;
import dev.assent.contract.timer.TimerKind;
import dev.assent.kernel.intent.StepTurn.AwaitingHuman;
import dev.assent.kernel.story.GateWords;
import dev.assent.kernel.story.IntentStory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EscalationTest {

  private static GateWords chain() {
    return gate()
        .escalate("PT10M", "bo")
        .escalate("PT20M", "group:sre")
        .deadline("PT1H", new Fallback.Reject());
  }

  @Test
  void shouldTellEverythingAboutAnEscalation() {
    // given
    IntentStory story = submit(chain().reminders("PT3M").max(1));
    // when
    story.advance(Duration.ofMinutes(10));
    // then
    story
        .expect()
        .reminder(1, "ada")
        .events(
            new IntentEscalated(
                "approve",
                new TaskSummary(
                    task("approve"),
                    TaskType.APPROVAL,
                    "May we do approve?",
                    "It is about approve."),
                1,
                List.of(Assignee.person("ada")),
                List.of(Assignee.person("bo")),
                "ada did not answer within 10m",
                NINE.plus(Duration.ofHours(1)),
                List.of(
                    new ArmedTimer(TimerKind.REMINDER, NINE.plus(Duration.ofMinutes(13))),
                    new ArmedTimer(TimerKind.ESCALATION, NINE.plus(Duration.ofMinutes(30))))));
  }

  @Test
  void shouldAskOneAfterTheOtherAndThenTheGroup() {
    // given
    IntentStory story = submit(chain());
    // when
    story.advance(Duration.ofMinutes(59));
    // then
    story.expect().escalation(1, "ada", "bo").escalation(2, "bo", "group:sre").nothing();
    assertThat(story.clockwork().armed()).containsOnlyKeys(TimerKind.STEP_DEADLINE);
  }

  @Test
  void shouldComeToTheFallbackAfterTheWholeChain() {
    // given
    IntentStory story = submit(chain());
    // when
    story.advance(Duration.ofMinutes(60));
    // then
    story
        .expect()
        .escalation(1, "ada", "bo")
        .escalation(2, "bo", "group:sre")
        .stepTimedOut("approve", "reject")
        .decision("approve", "rejected", "policy")
        .failed("deadline_rejected");
  }

  @Test
  void shouldNotAskTheNextBeforeTheirTime() {
    // given
    IntentStory story = submit(chain());
    // when
    story.decide("bo", "approved");
    // then
    story.expect().refusal(RefusalCode.NOT_AN_APPROVER);
  }

  @ParameterizedTest
  @CsvSource({"0, ada", "10, ada", "10, bo", "30, ada", "30, bo", "30, cy", "30, dee"})
  void shouldLetEverybodyDecideWhoWasAskedSoFar(int minute, String person) {
    // given
    IntentStory story = submit(chain());
    story.advance(Duration.ofMinutes(minute));
    // when
    story.decide(person, "approved");
    // then
    story.expect().decision("approve", "approved", person).completed();
  }

  @ParameterizedTest
  @CsvSource({"0, bo", "9, bo", "10, cy", "29, dee", "30, eve"})
  void shouldLetNobodyElseDecide(int minute, String person) {
    // given
    IntentStory story = submit(chain());
    story.advance(Duration.ofMinutes(minute));
    // when
    story.decide(person, "approved");
    // then
    story.expect().refusal(RefusalCode.NOT_AN_APPROVER);
  }

  @Test
  void shouldTellTheDecisionToEverybodyWhoWasAsked() {
    // given
    IntentStory story = submit(chain());
    story.advance(Duration.ofMinutes(30));
    // when
    story.decide("ada", "approved");
    // then
    DecisionRecorded decision = (DecisionRecorded) story.log().get(story.log().size() - 2).event();
    assertThat(decision.told())
        .containsExactly(Assignee.person("ada"), Assignee.person("bo"), Assignee.group("sre"));
  }

  @Test
  void shouldCountTheWaitFromTheMomentInWhichSomebodyWasReallyAsked() {
    // given
    IntentStory story = submit(chain());
    // when
    story.outage(Duration.ofMinutes(25));
    // then
    story.expect().escalation(1, "ada", "bo").nothing();
    assertThat(story.clockwork().timer(TimerKind.ESCALATION).orElseThrow().dueAt())
        .isEqualTo(NINE.plus(Duration.ofMinutes(45)));
  }

  @Test
  void shouldKeepOneDeadlineForTheWholeChain() {
    // given
    IntentStory story = submit(chain());
    // when
    story.advance(Duration.ofMinutes(30));
    // then
    AwaitingHuman turn = (AwaitingHuman) story.running().turn();
    assertThat(turn.dueAt()).isEqualTo(NINE.plus(Duration.ofHours(1)));
    assertThat(turn.level()).isEqualTo(2);
    assertThat(turn.askedAt()).isEqualTo(NINE.plus(Duration.ofMinutes(30)));
    assertThat(story.clockwork().timer(TimerKind.STEP_DEADLINE).orElseThrow().generation())
        .isEqualTo(3);
  }

  @Test
  void shouldNameAPersonOnceWhoIsAskedTwice() {
    // given
    IntentStory story = submit(gate().escalate("PT10M", "bo").escalate("PT10M", "ada", "bo"));
    // when
    story.advance(Duration.ofMinutes(20));
    // then
    AwaitingHuman turn = (AwaitingHuman) story.running().turn();
    assertThat(turn.mayDecide()).containsExactly(Assignee.person("ada"), Assignee.person("bo"));
    assertThat(turn.asked()).containsExactly(Assignee.person("ada"), Assignee.person("bo"));
  }

  @ParameterizedTest
  @CsvSource({"PT36H, 36h", "PT90S, 1m30s", "PT0.5S, 0.5s", "PT1H1M, 1h1m"})
  void shouldSayInWordsHowLongItWaited(String wait, String words) {
    // given
    IntentStory story = submit(gate().approver("ada", "group:sre").escalate(wait, "bo"));
    // when
    story.advance(Duration.parse(wait));
    // then
    IntentEscalated event = (IntentEscalated) story.log().getLast().event();
    assertThat(event.reason()).isEqualTo("ada, group:sre did not answer within " + words);
  }
}
