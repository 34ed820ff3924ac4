package dev.assent.kernel.decision;

import static dev.assent.kernel.story.IntentStory.submit;
import static dev.assent.kernel.story.StepWords.delay;
import static dev.assent.kernel.story.StepWords.gate;
import static dev.assent.kernel.story.StepWords.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.IntentAcknowledged;
import dev.assent.contract.intent.IntentInProgress;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.signal.Signal.AcknowledgeSubmitted;
import dev.assent.contract.signal.Signal.ProgressSubmitted;
import dev.assent.contract.signal.Signal.ResultSubmitted;
import dev.assent.contract.timer.TimerKind;
import dev.assent.kernel.intent.StepTurn.AwaitingAgent;
import dev.assent.kernel.story.IntentStory;
import dev.assent.kernel.story.Json;
import dev.assent.kernel.story.StepWords;
import dev.assent.kernel.story.Who;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AgentPermissionsTest {

  private static final StepWords BUILD = task("build", Who.MIGRATOR).deadline("PT1H");

  static Stream<Actor> notTheAgent() {
    return Stream.of(
        Who.agent(Who.STRANGER),
        Who.agent(Who.PLANNER),
        Who.agent(Who.MIGRATOR + "2"),
        Who.person("ada"),
        Who.person(Who.MIGRATOR),
        Actor.system(Who.MIGRATOR));
  }

  @ParameterizedTest
  @MethodSource("notTheAgent")
  void shouldTakeAResultFromNobodyElse(Actor actor) {
    // given
    IntentStory story = submit(BUILD);
    // when
    story.send(new ResultSubmitted(actor, Json.json("{}"), null, null));
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.NOT_THE_AGENT);
    assertThat(refusal.message())
        .isEqualTo("Expected this from " + Who.MIGRATOR + ", but it came with another credential");
  }

  @ParameterizedTest
  @MethodSource("notTheAgent")
  void shouldTakeAnAcknowledgementFromNobodyElse(Actor actor) {
    // given
    IntentStory story = submit(BUILD);
    // when
    story.send(new AcknowledgeSubmitted(actor));
    // then
    story.expect().refusal(RefusalCode.NOT_THE_AGENT);
  }

  @Test
  void shouldRecordThatTheAgentHasTheStep() {
    // given
    IntentStory story = submit(BUILD);
    // when
    story.send(new AcknowledgeSubmitted(Who.agent(Who.MIGRATOR)));
    // then
    story.expect().events(new IntentAcknowledged("build", Who.agent(Who.MIGRATOR)));
    assertThat(story.running().turn()).isEqualTo(new AwaitingAgent("build", 1, true));
    assertThat(story.clockwork().armed()).containsOnlyKeys(TimerKind.STEP_DEADLINE);
  }

  @Test
  void shouldKeepTheAttemptWhenItIsAcknowledged() {
    // given
    IntentStory story = submit(task("build", Who.MIGRATOR).retries(3, "PT1M"));
    story.giveUp(Who.MIGRATOR, "locked").advance(Duration.ofMinutes(1));
    // when
    story.send(new AcknowledgeSubmitted(Who.agent(Who.MIGRATOR)));
    // then
    assertThat(story.running().turn()).isEqualTo(new AwaitingAgent("build", 2, true));
  }

  @ParameterizedTest
  @MethodSource("notAtWork")
  void shouldRefuseAnAcknowledgementWhereNoAgentHasAStep(StepWords step) {
    // given
    IntentStory story = submit(step);
    // when
    story.send(new AcknowledgeSubmitted(Who.agent(Who.MIGRATOR)));
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.NOT_WAITING_FOR_AGENT);
    assertThat(refusal.message()).isEqualTo("Expected a step that is with an agent, but none is");
  }

  static Stream<StepWords> notAtWork() {
    return Stream.of(gate(), delay("wait", "PT1H"));
  }

  static Stream<Actor> parties() {
    return Stream.of(Who.agent(Who.MIGRATOR), Who.agent(Who.PLANNER), Who.person(Who.PLANNER));
  }

  @ParameterizedTest
  @MethodSource("parties")
  void shouldRecordProgressByTheAgentAndTheSender(Actor actor) {
    // given
    IntentStory story = submit(BUILD);
    var before = story.running();
    // when
    story.send(new ProgressSubmitted(actor, "half of it"));
    // then
    story.expect().events(new IntentInProgress("build", actor, "half of it", null));
    assertThat(story.running().turn()).isEqualTo(before.turn());
    assertThat(story.running().timers()).isEqualTo(before.timers());
  }

  static Stream<Actor> noParties() {
    return Stream.of(
        Who.agent(Who.STRANGER),
        Who.person("ada"),
        Who.person(Who.MIGRATOR),
        Actor.system(Who.PLANNER));
  }

  @ParameterizedTest
  @MethodSource("noParties")
  void shouldRefuseProgressByOthers(Actor actor) {
    // given
    IntentStory story = submit(BUILD);
    // when
    story.send(new ProgressSubmitted(actor, null));
    // then
    story.expect().refusal(RefusalCode.NOT_THE_AGENT);
  }

  @ParameterizedTest
  @MethodSource("parties")
  void shouldLetNobodysProgressPassAGate(Actor actor) {
    // given
    IntentStory story = submit(gate(), BUILD);
    // when
    story.send(new ProgressSubmitted(actor, "approved, surely"));
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.HUMAN_GATE_STANDS);
    assertThat(refusal.message())
        .isEqualTo(
            "Expected a person's decision, but an agent's progress came: nobody else may pass a"
                + " human gate");
  }

  @ParameterizedTest
  @MethodSource("parties")
  void shouldLetNobodysResultPassAGate(Actor actor) {
    // given
    IntentStory story = submit(gate(), BUILD);
    // when
    story.send(new ResultSubmitted(actor, Json.json("{'outcome':'approved'}"), null, null));
    // then
    story.expect().refusal(RefusalCode.NOT_WAITING_FOR_AGENT);
  }

  @Test
  void shouldRefuseProgressWhileTimePasses() {
    // given
    IntentStory story = submit(delay("wait", "PT1H"), BUILD);
    // when
    story.send(new ProgressSubmitted(Who.agent(Who.MIGRATOR), null));
    // then
    story.expect().refusal(RefusalCode.NOT_WAITING_FOR_AGENT);
  }
}
