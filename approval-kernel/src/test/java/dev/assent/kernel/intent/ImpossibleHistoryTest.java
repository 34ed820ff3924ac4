package dev.assent.kernel.intent;

import static dev.assent.kernel.story.IntentStory.DIGEST;
import static dev.assent.kernel.story.IntentStory.INTENT;
import static dev.assent.kernel.story.IntentStory.submit;
import static dev.assent.kernel.story.StepWords.gate;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.kernel.Kernel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A table: which event can follow which state. Whatever is not in it, throws. */
class ImpossibleHistoryTest {

  /** The states, each with an example of every event that fits it; see {@link SampleEvents}. */
  private static final Map<String, Set<String>> POSSIBLE =
      new TreeMap<>(
          Map.of(
              "not created", Set.of("created"),
              "created", Set.of("submitted"),
              "submitted", Set.of("gate opened"),
              "at the gate",
                  Set.of(
                      "reminded",
                      "escalated",
                      "transferred",
                      "decided",
                      "edited",
                      "gate timed out",
                      "answered early",
                      "notified",
                      "not notified",
                      "failed",
                      "canceled",
                      "timed out"),
              "with the agent",
                  Set.of(
                      "acknowledged",
                      "progress",
                      "result",
                      "result, to be retried",
                      "task timed out",
                      "answered early",
                      "notified",
                      "not notified",
                      "completed",
                      "failed",
                      "canceled",
                      "timed out"),
              "before a retry",
                  Set.of(
                      "delivered again",
                      "answered early",
                      "notified",
                      "not notified",
                      "completed",
                      "failed",
                      "canceled",
                      "timed out"),
              "waiting for time",
                  Set.of(
                      "delivered",
                      "gate opened",
                      "waiting",
                      "announced",
                      "answered early",
                      "notified",
                      "not notified",
                      "completed",
                      "failed",
                      "canceled",
                      "timed out"),
              "timed out at the gate",
                  Set.of(
                      "delivered",
                      "gate opened",
                      "waiting",
                      "announced",
                      "decided by the policy",
                      "answered early",
                      "notified",
                      "not notified",
                      "completed",
                      "failed",
                      "canceled",
                      "timed out"),
              "result recorded",
                  Set.of(
                      "delivered",
                      "gate opened",
                      "waiting",
                      "announced",
                      "answered early",
                      "notified",
                      "not notified",
                      "completed",
                      "failed",
                      "canceled",
                      "timed out"),
              "ended", Set.of("notified", "not notified")));

  static Stream<Arguments> everyStateWithEveryEvent() {
    List<Arguments> table = new ArrayList<>();
    for (String state : POSSIBLE.keySet()) {
      for (String event : new TreeSet<>(SampleEvents.NAMES)) {
        table.add(Arguments.of(state, event, POSSIBLE.get(state).contains(event)));
      }
    }
    return table.stream();
  }

  @ParameterizedTest(name = "{1} after {0}: {2}")
  @MethodSource("everyStateWithEveryEvent")
  void shouldTakeWhatCanHaveHappenedAndThrowForTheRest(
      String stateName, String eventName, boolean possible) {
    // given
    IntentState state = SampleStates.of(stateName);
    IntentEvent event = SampleEvents.of(eventName);
    // when
    if (possible) {
      IntentState next = SampleStates.after(state, event);
      // then
      assertThat(next.sequence()).isEqualTo(state.sequence() + 1);
    } else {
      assertThatThrownBy(() -> SampleStates.after(state, event))
          .isInstanceOf(ImpossibleHistoryException.class)
          .hasMessageStartingWith(
              event.getClass().getSimpleName()
                  + " with sequence "
                  + (state.sequence() + 1)
                  + " cannot follow "
                  + state.getClass().getSimpleName()
                  + " at "
                  + state.sequence()
                  + ": ");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1, 2, 3, 5, 100})
  void shouldThrowForAGapAndForARepetition(long sequence) {
    // given
    IntentState state = SampleStates.of("at the gate");
    RecordedEvent event = SampleStates.recorded(INTENT, sequence, SampleEvents.of("edited"));
    // then
    assertThatThrownBy(() -> Kernel.evolve(state, event))
        .isInstanceOf(ImpossibleHistoryException.class)
        .hasMessageContaining("expected sequence 4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"created", "submitted", "at the gate", "ended"})
  void shouldThrowForAnEventOfAnotherIntent(String stateName) {
    // given
    IntentState state = SampleStates.of(stateName);
    IntentEvent event = SampleEvents.of(POSSIBLE.get(stateName).iterator().next());
    IntentId other = IntentId.of("00000000-0000-4000-8000-000000000000");
    // then
    assertThatThrownBy(
            () -> Kernel.evolve(state, SampleStates.recorded(other, state.sequence() + 1, event)))
        .isInstanceOf(ImpossibleHistoryException.class)
        .hasMessageContaining("it is of another intent");
  }

  static Stream<Arguments> flaws() {
    return SampleEvents.flawed();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("flaws")
  void shouldThrowForAnEventWithAFlaw(String stateName, String flaw, IntentEvent event) {
    // given
    IntentState state = SampleStates.of(stateName);
    // then
    assertThatThrownBy(() -> SampleStates.after(state, event))
        .isInstanceOf(ImpossibleHistoryException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "not created | submitted | expected the intent's creation",
        "created | created | expected the intent's submission",
        "submitted | completed | expected its first step to begin",
        "at the gate | created | it was created before",
        "at the gate | submitted | it was submitted before",
        "at the gate | delivered | step approve was not over",
        "at the gate | completed | a person was asked and did not answer",
        "at the gate | result | step build was not with an agent",
        "at the gate | decided by the policy | nobody was asked this at step approve",
        "before a retry | delivered | expected delivery 2 of step build",
        "waiting for time | delivered again | expected the first delivery",
        "waiting for time | edited | nobody was shown this payload at step approve",
        "ended | decided | it had ended"
      })
  void shouldSayWhy(String stateName, String eventName, String why) {
    // given
    IntentState state = SampleStates.of(stateName);
    // then
    assertThatThrownBy(() -> SampleStates.after(state, SampleEvents.of(eventName)))
        .hasMessageEndingWith(": " + why);
  }

  @Test
  void shouldKeepTheDigestThatTheSamplesName() {
    assertThat(submit(gate()).running().header().payloadDigest()).isEqualTo(DIGEST);
  }
}
