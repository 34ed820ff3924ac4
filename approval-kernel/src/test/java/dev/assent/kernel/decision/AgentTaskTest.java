package dev.assent.kernel.decision;

import static dev.assent.kernel.story.IntentStory.NINE;
import static dev.assent.kernel.story.IntentStory.submit;
import static dev.assent.kernel.story.StepWords.delay;
import static dev.assent.kernel.story.StepWords.gate;
import static dev.assent.kernel.story.StepWords.task;
import static dev.assent.kernel.story.StepWords.tell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.ErrorInfo;
import dev.assent.contract.intent.IntentCompleted;
import dev.assent.contract.intent.IntentDelivered;
import dev.assent.contract.intent.IntentFailed;
import dev.assent.contract.intent.ResultRecorded;
import dev.assent.contract.intent.StepTimedOut;
import dev.assent.contract.intent.Verdict;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.signal.Signal.ResultSubmitted;
import dev.assent.contract.timer.ArmedTimer;
import dev.assent.contract.timer.TimerKind;
import dev.assent.kernel.story.IntentStory;
import dev.assent.kernel.story.Json;
import dev.assent.kernel.story.StepWords;
import dev.assent.kernel.story.Who;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgentTaskTest {

  private static final ErrorInfo LOCKED = new ErrorInfo("agent_failed", "locked");

  @Test
  void shouldDeliverWithADeadline() {
    // given
    StepWords build = task("build", Who.MIGRATOR).deadline("PT10M");
    // when
    IntentStory story = submit(build);
    // then
    story
        .expect()
        .events(
            new IntentDelivered(
                "build",
                Who.MIGRATOR,
                1,
                null,
                List.of(
                    new ArmedTimer(TimerKind.STEP_DEADLINE, NINE.plus(Duration.ofMinutes(10))))));
  }

  @Test
  void shouldCompleteWithTheResultOfTheOnlyStep() {
    // given
    IntentStory story = submit(task("build", Who.MIGRATOR).deadline("PT10M"));
    // when
    story.report(Who.MIGRATOR, "{'rows':7}");
    // then
    story
        .expect()
        .events(
            new ResultRecorded(
                "build",
                Who.agent(Who.MIGRATOR),
                Verdict.POSITIVE,
                Json.json("{'rows':7}"),
                null,
                false,
                List.of()),
            new IntentCompleted(Json.json("{'rows':7}"), null, Who.agent(Who.MIGRATOR)));
    assertThat(story.clockwork().armed()).isEmpty();
  }

  @Test
  void shouldGoOnWithTheNextStep() {
    // given
    IntentStory story = submit(task("build", Who.MIGRATOR), gate());
    // when
    story.report(Who.MIGRATOR, "{}");
    // then
    story.expect().result("build", false).assigned("approve", "ada").nothing();
  }

  @Test
  void shouldJumpOnSuccess() {
    // given
    IntentStory story =
        submit(task("build", Who.MIGRATOR).onSuccess("news"), gate(), tell("news", "ada"));
    // when
    story.report(Who.MIGRATOR, "{}");
    // then
    story.expect().result("build", false).announcement("news").completed();
  }

  @Test
  void shouldFailWhenTheAgentGivesUp() {
    // given
    IntentStory story = submit(task("build", Who.MIGRATOR), gate());
    // when
    story.giveUp(Who.MIGRATOR, "locked");
    // then
    story
        .expect()
        .events(
            new ResultRecorded(
                "build", Who.agent(Who.MIGRATOR), Verdict.NEGATIVE, null, LOCKED, false, List.of()),
            new IntentFailed(LOCKED, null, Who.agent(Who.MIGRATOR)));
  }

  @Test
  void shouldJumpOnFailure() {
    // given
    IntentStory story =
        submit(task("build", Who.MIGRATOR).onFailure("news"), gate(), tell("news", "ada"));
    // when
    story.giveUp(Who.MIGRATOR, "locked");
    // then
    story.expect().result("build", false).announcement("news").completed();
  }

  @Test
  void shouldFailWhenTheAgentIsTooLate() {
    // given
    IntentStory story = submit(task("build", Who.MIGRATOR).deadline("PT10M").retries(5, "PT1M"));
    // when
    story.advance(Duration.ofMinutes(10));
    // then
    story
        .expect()
        .events(
            new StepTimedOut("build", null, "fail", List.of()),
            new IntentFailed(
                new ErrorInfo("step_timeout", Who.MIGRATOR + " did not answer in time"),
                null,
                Actor.system("policy")));
  }

  @Test
  void shouldJumpWhenTheAgentIsTooLate() {
    // given
    IntentStory story =
        submit(
            task("build", Who.MIGRATOR).deadline("PT10M").onFailure("wait"),
            gate(),
            delay("wait", "PT1H"));
    // when
    story.advance(Duration.ofMinutes(10));
    // then
    story.expect().stepTimedOut("build", "fail").delay("wait").nothing();
  }

  @Test
  void shouldRefuseTheLateResult() {
    // given
    IntentStory story =
        submit(
            task("build", Who.MIGRATOR).deadline("PT10M").onFailure("wait"), delay("wait", "PT1H"));
    story.advance(Duration.ofMinutes(10));
    // when
    story.report(Who.MIGRATOR, "{}");
    // then
    story.expect().refusal(RefusalCode.NOT_WAITING_FOR_AGENT);
  }

  @Test
  void shouldGiveNoResultWhereThereWasNone() {
    // given
    IntentStory story = submit(task("build", Who.MIGRATOR), tell("news", "ada"));
    // when
    story.send(new ResultSubmitted(Who.agent(Who.MIGRATOR), null, null, null));
    // then
    IntentCompleted end = story.expect().result("build", false).announcement("news").completed();
    assertThat(end.result()).isEqualTo(Json.json("{'steps':{}}"));
  }

  /** Together with what came before they would be more than a record of the log may hold. */
  @Test
  void shouldRefuseAResultThatIsTooMuchWithTheOthers() {
    // given
    IntentStory story =
        submit(
            task("one", Who.PLANNER),
            task("two", Who.PLANNER),
            task("three", Who.PLANNER),
            task("four", Who.MIGRATOR));
    String large = "'" + "x".repeat(127 * 1024) + "'";
    story.report(Who.PLANNER, large).expect().result("one", false).delivery("two", 1);
    story.report(Who.PLANNER, large).expect().result("two", false).delivery("three", 1);
    story.report(Who.PLANNER, large).expect().result("three", false).delivery("four", 1);
    // when
    story.report(Who.MIGRATOR, large);
    // then
    story.expect().refusal(RefusalCode.TOO_LARGE);
    // when
    story.report(Who.MIGRATOR, "'small'");
    // then
    story.expect().result("four", false).completed();
  }

  @Test
  void shouldKeepAResultThatIsNoObject() {
    // given
    IntentStory story = submit(task("count", Who.PLANNER), task("build", Who.MIGRATOR));
    story.report(Who.PLANNER, "[1,2]");
    // when
    story.report(Who.MIGRATOR, "'done'");
    // then
    IntentCompleted end = story.expect().result("build", false).completed();
    assertThat(end.result()).isEqualTo(Json.json("{'steps':{'build':'done','count':[1,2]}}"));
  }
}
