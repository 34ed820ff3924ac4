package dev.assent.kernel.decision;

import static dev.assent.kernel.story.IntentStory.NINE;
import static dev.assent.kernel.story.IntentStory.plan;
import static dev.assent.kernel.story.IntentStory.waitingToBegin;
import static dev.assent.kernel.story.StepWords.delay;
import static dev.assent.kernel.story.StepWords.gate;
import static dev.assent.kernel.story.StepWords.task;
import static dev.assent.kernel.story.StepWords.tell;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.intent.DecisionRecorded;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.kernel.Kernel;
import dev.assent.kernel.intent.IntentState;
import dev.assent.kernel.intent.IntentState.Created;
import dev.assent.kernel.intent.IntentState.Submitted;
import dev.assent.kernel.story.Answer;
import dev.assent.kernel.story.IntentStory;
import dev.assent.kernel.story.Who;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BeginTest {

  private static final Decision NOTHING = new Decision.Accepted(List.of());

  @Test
  void shouldStartTheFirstStep() {
    // given
    IntentStory story = waitingToBegin(plan(gate()));
    // when
    story.begin();
    // then
    story.expect().assigned("approve", "ada").nothing();
  }

  static Stream<IntentStory> begun() {
    return Stream.of(
        IntentStory.submit(gate()),
        IntentStory.submit(delay("wait", "PT1H")),
        IntentStory.submit(task("build", Who.MIGRATOR)),
        IntentStory.submit(tell("news", "ada")));
  }

  @ParameterizedTest
  @MethodSource("begun")
  void shouldDoNothingTheSecondTime(IntentStory story) {
    // given
    IntentState before = story.state();
    // when
    Decision decision = Kernel.begin(before, "begin", NINE);
    // then
    assertThat(decision).isEqualTo(NOTHING);
  }

  @Test
  void shouldDoNothingForAnIntentThatWasNotSubmitted() {
    // given
    IntentState created =
        Kernel.evolve(new IntentState.NotCreated(), waitingToBegin(plan(gate())).log().getFirst());
    // when
    Decision decision = Kernel.begin(created, "begin", NINE);
    // then
    assertThat(created).isInstanceOf(Created.class);
    assertThat(decision).isEqualTo(NOTHING);
    assertThat(Kernel.begin(new IntentState.NotCreated(), "begin", NINE)).isEqualTo(NOTHING);
  }

  @Test
  void shouldKnowNoIntentThatWasNotSubmitted() {
    // given
    IntentState created =
        Kernel.evolve(new IntentState.NotCreated(), waitingToBegin(plan(gate())).log().getFirst());
    Input input = new Input("input", NINE, Answer.by("ada", "approved").signal());
    // when
    Decision decision = Kernel.decide(created, input);
    // then
    assertThat(decision).isInstanceOf(Decision.Refused.class);
    Refusal refusal = ((Decision.Refused) decision).refusal();
    assertThat(refusal.code()).isEqualTo(RefusalCode.INTENT_UNKNOWN);
    assertThat(refusal.message()).contains("send this again once the intent is submitted");
    assertThat(Kernel.decide(new IntentState.NotCreated(), input)).isEqualTo(decision);
  }

  @Test
  void shouldBeginForAnInputThatOvertookTheFirstStep() {
    // given
    IntentStory story = waitingToBegin(plan(gate(), task("build", Who.MIGRATOR)));
    // when
    story.decide("ada", "approved");
    // then
    story
        .expect()
        .assigned("approve", "ada")
        .decision("approve", "approved", "ada")
        .delivery("build", 1)
        .nothing();
  }

  @Test
  void shouldKnowTheDecisionThatOvertookTheFirstStepWhenItIsRepeated() {
    // given
    IntentStory story = waitingToBegin(plan(gate(), delay("wait", "PT1H")));
    story.send("click", Answer.by("ada", "approved").signal());
    // when
    story.send("click", Answer.by("ada", "approved").signal());
    // then
    story.expect().refusal(RefusalCode.DUPLICATE);
  }

  @Test
  void shouldLeaveTheBeginningToItsOwnTimeWhenTheInputIsRefused() {
    // given
    IntentStory story = waitingToBegin(plan(gate()));
    // when
    story.decide("eve", "approved");
    // then
    story.expect().refusal(RefusalCode.NOT_AN_APPROVER);
    assertThat(story.state()).isInstanceOf(Submitted.class);
  }

  @Test
  void shouldKeepAnEarlyAnswerThatOvertookTheFirstStep() {
    // given
    IntentStory story = waitingToBegin(plan(delay("wait", "PT1H"), gate()));
    // when
    story.decide("ada", "approved");
    // then
    story.expect().delay("wait").earlyDecision("approve", "approved", "ada").nothing();
  }

  @Test
  void shouldNotAcceptACancelForWhatIsOverAsSoonAsItBegins() {
    // given
    IntentStory story = waitingToBegin(plan(tell("news", "ada")));
    // when
    story.cancel(Who.agent(Who.PLANNER), "too late");
    // then
    story.expect().refusal(RefusalCode.ALREADY_ENDED);
    assertThat(story.state()).isInstanceOf(Submitted.class);
  }

  @Test
  void shouldTellTheEventsOfBothInOrderWithOneCause() {
    // given
    IntentStory story = waitingToBegin(plan(gate()));
    // when
    story.decide("ada", "approved");
    // then
    DecisionRecorded decision = (DecisionRecorded) story.log().get(3).event();
    assertThat(decision.input()).isEqualTo("input-1");
    assertThat(story.log())
        .extracting(event -> event.sequence())
        .containsExactly(1L, 2L, 3L, 4L, 5L);
  }
}
