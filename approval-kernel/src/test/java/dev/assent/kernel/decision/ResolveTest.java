package dev.assent.kernel.decision;

import static dev.assent.kernel.story.IntentStory.submit;
import static dev.assent.kernel.story.StepWords.delay;
import static dev.assent.kernel.story.StepWords.gate;
import static dev.assent.kernel.story.StepWords.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.IntentCompleted;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.signal.Signal.ResolveSubmitted;
import dev.assent.kernel.story.IntentStory;
import dev.assent.kernel.story.Json;
import dev.assent.kernel.story.StepWords;
import dev.assent.kernel.story.Who;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The sender is the planner, the intent is addressed to the migrator. */
class ResolveTest {

  private static final String BUILDER = "agent://acme/prod/builder";
  private static final StepWords BUILD = task("build", BUILDER);

  private static ResolveSubmitted wish(Actor by, IntentStatus status) {
    return new ResolveSubmitted(by, status, Json.json("{'n':1}"), null, null);
  }

  private static ResolveSubmitted complete(Actor by) {
    return wish(by, IntentStatus.COMPLETED);
  }

  static Stream<Actor> inCharge() {
    return Stream.of(Who.agent(Who.PLANNER), Who.agent(Who.MIGRATOR), Who.agent(BUILDER), sender());
  }

  private static Actor sender() {
    return Who.person(Who.PLANNER);
  }

  @ParameterizedTest
  @MethodSource("inCharge")
  void shouldCompleteForSenderAddresseeAndAgentInCharge(Actor by) {
    // given
    IntentStory story = submit(BUILD);
    // when
    story.send(complete(by));
    // then
    story.expect().events(new IntentCompleted(Json.json("{'n':1}"), null, by));
  }

  static Stream<Actor> strangers() {
    return Stream.of(
        Who.agent(Who.STRANGER),
        Who.person("ada"),
        Who.person(Who.MIGRATOR),
        Who.person(BUILDER),
        Actor.system(Who.PLANNER),
        Actor.system("policy"));
  }

  @ParameterizedTest
  @MethodSource("strangers")
  void shouldRefuseEverybodyElse(Actor by) {
    // given
    IntentStory story = submit(BUILD);
    // when
    story.send(complete(by));
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.NOT_THE_AGENT);
    assertThat(refusal.message()).contains("it came with another credential");
  }

  @Test
  void shouldRefuseTheAgentOfAnotherStep() {
    // given
    IntentStory story = submit(BUILD, task("check", Who.STRANGER));
    // when
    story.send(complete(Who.agent(Who.STRANGER)));
    // then
    story.expect().refusal(RefusalCode.NOT_THE_AGENT);
  }

  static Stream<Actor> atTheGate() {
    return Stream.of(Who.agent(Who.PLANNER), Who.agent(Who.MIGRATOR), sender(), Who.person("ada"));
  }

  @ParameterizedTest
  @MethodSource("atTheGate")
  void shouldLetNobodyGetRoundAnOpenGate(Actor by) {
    // given
    IntentStory story = submit(gate(), BUILD);
    // when
    story.send(complete(by));
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.HUMAN_GATE_STANDS);
    assertThat(refusal.message()).contains("it can be failed or canceled without one");
  }

  static Stream<StepWords> beforeTheGate() {
    return Stream.of(
        BUILD, delay("wait", "PT1H"), task("build", BUILDER).onSuccess("approve"), BUILD);
  }

  @ParameterizedTest
  @MethodSource("beforeTheGate")
  void shouldLetNobodyGetRoundAGateThatIsStillToOpen(StepWords first) {
    // given
    IntentStory story = submit(first, delay("settle", "PT1H"), gate(), task("undo", BUILDER));
    // when
    story.send(complete(Who.agent(Who.PLANNER)));
    // then
    story.expect().refusal(RefusalCode.HUMAN_GATE_STANDS);
  }

  @Test
  void shouldCompleteWhereTheGateIsNotOnTheWay() {
    // given
    IntentStory story =
        submit(
            task("build", BUILDER).onSuccess("check").onFailure("approve"),
            gate(),
            task("check", BUILDER));
    // when
    story.send(complete(Who.agent(BUILDER)));
    // then
    story.expect().completed();
  }

  @Test
  void shouldCompleteAfterAYesAndCarryTheDecision() {
    // given
    IntentStory story = submit(gate(), BUILD).decide("ada", "approved");
    // when
    story.send(complete(Who.agent(Who.PLANNER)));
    // then
    IntentCompleted end = story.expect().completed();
    assertThat(end.decision()).isNotNull();
    assertThat(end.decision().outcome()).isEqualTo("approved");
  }

  @Test
  void shouldNotCompleteOutOfTurnAfterANo() {
    // given
    IntentStory story = submit(gate().onFailure("undo"), BUILD, task("undo", BUILDER));
    story.decide("ada", "rejected");
    // when
    story.send(complete(Who.agent(Who.PLANNER)));
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.HUMAN_GATE_STANDS);
    assertThat(refusal.message())
        .isEqualTo(
            "Expected a yes at step approve before this intent completes out of turn; it can be"
                + " failed or canceled, or go on by its plan");
  }

  @ParameterizedTest
  @CsvSource({"COMPLETED", "FAILED", "CANCELED"})
  void shouldRefuseAForeignAgentWhateverItWants(IntentStatus status) {
    // given
    IntentStory story = submit(gate());
    // when
    story.send(wish(Who.agent(Who.STRANGER), status));
    // then
    story.expect().refusal(RefusalCode.NOT_THE_AGENT);
  }

  @ParameterizedTest
  @EnumSource(
      value = IntentStatus.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"COMPLETED", "FAILED", "CANCELED"})
  void shouldRefuseAStatusThatNobodyMayAskFor(IntentStatus status) {
    // given
    IntentStory story = submit(gate());
    // when
    story.send(wish(Who.agent(Who.PLANNER), status));
    // then
    Refusal refusal = story.expect().refusal(RefusalCode.MALFORMED);
    assertThat(refusal.message())
        .isEqualTo("Expected COMPLETED, FAILED or CANCELED, but came " + status);
  }
}
