package dev.assent.kernel.decision;

import static dev.assent.kernel.story.IntentStory.DIGEST;
import static dev.assent.kernel.story.IntentStory.NINE;
import static dev.assent.kernel.story.IntentStory.submit;
import static dev.assent.kernel.story.IntentStory.submitDue;
import static dev.assent.kernel.story.IntentStory.task;
import static dev.assent.kernel.story.StepWords.gate;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.intent.HumanTaskAssigned;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.Fallback;
import dev.assent.contract.timer.ArmedTimer;
import dev.assent.contract.timer.TimerKind;
import dev.assent.kernel.story.GateWords;
import dev.assent.kernel.story.IntentStory;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateOpeningTest {

  @Test
  void shouldAskWithEverythingThatAPersonNeeds() {
    // given
    GateWords gate =
        gate()
            .approver("ada", "group:sre")
            .reminders("PT5M")
            .escalate("PT10M", "bo")
            .deadline("PT1H", new Fallback.Reject());
    // when
    IntentStory story = submit(gate);
    // then
    assertThat(assigned(story))
        .isEqualTo(
            new HumanTaskAssigned(
                "approve",
                task("approve"),
                gate.task(),
                List.of(Assignee.person("ada"), Assignee.group("sre")),
                DIGEST,
                NINE.plus(Duration.ofHours(1)),
                List.of(
                    new ArmedTimer(TimerKind.REMINDER, NINE.plus(Duration.ofMinutes(5))),
                    new ArmedTimer(TimerKind.ESCALATION, NINE.plus(Duration.ofMinutes(10))),
                    new ArmedTimer(TimerKind.STEP_DEADLINE, NINE.plus(Duration.ofHours(1))))));
  }

  @Test
  void shouldShowTheGatesDeadline() {
    // given
    GateWords gate = gate().deadline("PT1H", new Fallback.Reject());
    // when
    IntentStory story = submit(gate);
    // then
    assertThat(assigned(story).dueAt()).isEqualTo(NINE.plus(Duration.ofHours(1)));
  }

  @Test
  void shouldShowNoDeadlineWhereThereIsNone() {
    assertThat(assigned(submit(gate())).dueAt()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"PT30M, PT30M", "PT2H, PT1H"})
  void shouldShowTheIntentsDeadlineWhereItComesFirst(String ofIntent, String shown) {
    // given
    GateWords gate = gate().deadline("PT1H", new Fallback.Reject());
    // when
    IntentStory story = submitDue(ofIntent, new Fallback.TimeOut(), gate);
    // then
    assertThat(assigned(story).dueAt()).isEqualTo(NINE.plus(Duration.parse(shown)));
  }

  @Test
  void shouldShowTheIntentsDeadlineWhereTheGateHasNone() {
    // given
    GateWords gate = gate();
    // when
    IntentStory story = submitDue("PT3H", new Fallback.TimeOut(), gate);
    // then
    assertThat(assigned(story).dueAt()).isEqualTo(NINE.plus(Duration.ofHours(3)));
  }

  private static HumanTaskAssigned assigned(IntentStory story) {
    return (HumanTaskAssigned) story.log().get(2).event();
  }
}
