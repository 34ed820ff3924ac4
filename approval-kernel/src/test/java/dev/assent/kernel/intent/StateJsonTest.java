package dev.assent.kernel.intent;

import static dev.assent.kernel.story.IntentStory.due;
import static dev.assent.kernel.story.IntentStory.submit;
import static dev.assent.kernel.story.IntentStory.submitDue;
import static dev.assent.kernel.story.IntentStory.waitingToBegin;
import static dev.assent.kernel.story.StepWords.delay;
import static dev.assent.kernel.story.StepWords.gate;
import static dev.assent.kernel.story.StepWords.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.contract.plan.Fallback;
import dev.assent.contract.timer.TimerKind;
import dev.assent.kernel.intent.IntentState.Created;
import dev.assent.kernel.intent.IntentState.NotCreated;
import dev.assent.kernel.intent.IntentState.Running;
import dev.assent.kernel.intent.LiveTimers.LiveTimer;
import dev.assent.kernel.story.GateWords;
import dev.assent.kernel.story.IntentStory;
import dev.assent.kernel.story.Json;
import dev.assent.kernel.story.Who;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class StateJsonTest {

  private static final GateWords GATE =
      gate()
          .reminders("PT5M")
          .escalate("PT10M", "bo")
          .deadline("PT1H", new Fallback.CompleteWith(Json.json("{'n':1.10}")))
          .form("{'type':'object'}");

  static Stream<IntentState> states() {
    IntentStory gate = submitDue("P1D", new Fallback.GoTo("wait"), GATE, delay("wait", "PT1H"));
    return Stream.of(
        new NotCreated(),
        new Created(gate.running().header(), 1),
        waitingToBegin(due("P1D", new Fallback.Approve(), GATE)).state(),
        gate.state(),
        submit(delay("wait", "PT1H")).state(),
        submit(task("build", Who.MIGRATOR).retries(2, "PT1M")).state(),
        submit(task("build", Who.MIGRATOR).retries(2, "PT1M"))
            .giveUp(Who.MIGRATOR, "locked")
            .state(),
        submit(delay("wait", "PT1H"), gate()).decide("ada", "approved").state(),
        submit(gate(), delay("wait", "PT1H")).decide("ada", "approved").state(),
        submit(gate()).decide("ada", "rejected").state());
  }

  @ParameterizedTest
  @MethodSource("states")
  void shouldReadWhatItWrote(IntentState state) {
    // when
    IntentState read = StateJson.read(StateJson.write(state));
    // then
    assertThat(read).isEqualTo(state);
    assertThat(StateJson.write(read)).isEqualTo(StateJson.write(state));
  }

  @Test
  void shouldNameTheStateByAWord() {
    assertThat(StateJson.write(new NotCreated())).isEqualTo("{\"is\":\"not_created\"}");
  }

  @Test
  void shouldWriteTimersResultsAndReportsInOneOrder() {
    // given
    Running plain = submit(GATE).running();
    Map<TimerKind, LiveTimer> timers = new HashMap<>();
    for (TimerKind kind : TimerKind.values()) {
      timers.put(kind, new LiveTimer(kind.ordinal(), IntentStory.NINE));
    }
    Map<String, JsonNode> results = new HashMap<>();
    List.of("zeta", "alpha", "mu", "beta").forEach(step -> results.put(step, Json.json("1")));
    // when
    Running state =
        new Running(
            plain.header(),
            plain.plan(),
            plain.turn(),
            new LiveTimers(timers),
            results,
            Map.of(),
            List.of(),
            Set.of("r2", "r9", "r1"),
            null,
            9);
    // then
    assertThat(state.timers().byKind().keySet()).containsExactly(TimerKind.values());
    assertThat(state.results().keySet()).containsExactly("alpha", "beta", "mu", "zeta");
    assertThat(state.reports()).containsExactly("r1", "r2", "r9");
  }

  @Test
  void shouldGiveNobodyAWayToChangeAState() {
    // given
    Running state = submit(GATE).running();
    // then
    assertThatThrownBy(() -> state.results().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> state.early().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> state.reports().clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> state.timers().byKind().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "{'is':'elsewhere'}", "{'is':'running'}", "{}"})
  void shouldThrowForTextThatIsNoState(String text) {
    // given
    String json = text.replace('\'', '"');
    // then
    assertThatThrownBy(() -> StateJson.read(json))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("stored state: ");
  }

  @Test
  void shouldKnowTheLastDecisionAndItsInput() {
    // given
    IntentStory story = submit(gate("first"), gate("second"), gate("third"));
    // when
    Running before = story.running();
    Running after = story.decide("ada", "approved").decide("ada", "approved").running();
    // then
    assertThat(before.decision()).isNull();
    assertThat(before.decisionInput()).isNull();
    assertThat(after.decision()).isNotNull();
    assertThat(after.decision().step()).isEqualTo("second");
    assertThat(after.decisionInput()).isEqualTo("input-2");
  }

  @Test
  void shouldKnowWhichTimerIsLive() {
    // given
    LiveTimers timers = submit(GATE).running().timers();
    // then
    assertThat(timers.isLive(TimerKind.REMINDER, 3)).isTrue();
    assertThat(timers.isLive(TimerKind.REMINDER, 2)).isFalse();
    assertThat(timers.isLive(TimerKind.DELAY, 3)).isFalse();
    assertThat(timers.get(TimerKind.DELAY)).isNull();
  }
}
