package dev.assent.kernel.decision;

import static dev.assent.kernel.story.IntentStory.submit;
import static dev.assent.kernel.story.StepWords.gate;
import static dev.assent.kernel.story.StepWords.task;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.ErrorInfo;
import dev.assent.contract.intent.IntentCanceled;
import dev.assent.contract.intent.IntentFailed;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.signal.Signal.ResolveSubmitted;
import dev.assent.kernel.story.IntentStory;
import dev.assent.kernel.story.StepWords;
import dev.assent.kernel.story.Who;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The sender is the planner, the intent is addressed to the migrator. */
class CancelTest {

  private static final String BUILDER = "agent://acme/prod/builder";
  private static final StepWords BUILD = task("build", BUILDER);

  private static Actor sender() {
    return Who.person(Who.PLANNER);
  }

  static Stream<Actor> atTheGate() {
    return Stream.of(Who.agent(Who.PLANNER), Who.agent(Who.MIGRATOR), sender(), Who.person("ada"));
  }

  @ParameterizedTest
  @MethodSource("atTheGate")
  void shouldFailAtAnOpenGate(Actor by) {
    // given
    IntentStory story = submit(gate().reminders("PT5M"), BUILD);
    ErrorInfo error = new ErrorInfo("obsolete", "the table is gone");
    // when
    story.send(new ResolveSubmitted(by, IntentStatus.FAILED, null, error, null));
    // then
    story.expect().events(new IntentFailed(error, null, by));
    assertThat(story.clockwork().armed()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("atTheGate")
  void shouldCancelAtAnOpenGate(Actor by) {
    // given
    IntentStory story = submit(gate().escalate("PT1H", "bo"), BUILD);
    // when
    story.cancel(by, "the table is gone");
    // then
    story.expect().events(new IntentCanceled("the table is gone", by));
    assertThat(story.clockwork().armed()).isEmpty();
  }

  @Test
  void shouldLetOnlyThoseCancelWhoAreAskedByNow() {
    // given
    IntentStory story = submit(gate().escalate("PT1H", "bo"));
    // when
    story.cancel(Who.person("bo"), "no");
    // then
    story.expect().refusal(RefusalCode.NOT_THE_AGENT);
  }

  @Test
  void shouldLetThoseCancelWhoWereAskedLater() {
    // given
    IntentStory story = submit(gate().escalate("PT1H", "bo")).advance(Duration.ofHours(1));
    // when
    story.cancel(Who.person("bo"), "no");
    // then
    story.expect().canceled();
  }

  @ParameterizedTest
  @CsvSource(
      value = {"null, no reason given", "'', no reason given", "' ', no reason given", "x, x"},
      nullValues = "null")
  void shouldSayWhyItFailed(@Nullable String reason, String message) {
    // given
    IntentStory story = submit(gate());
    Actor by = Who.agent(Who.PLANNER);
    // when
    story.send(new ResolveSubmitted(by, IntentStatus.FAILED, null, null, reason));
    // then
    assertThat(story.expect().failed("failed").error().message()).isEqualTo(message);
  }
}
