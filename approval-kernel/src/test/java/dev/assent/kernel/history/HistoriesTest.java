package dev.assent.kernel.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.kernel.Kernel;
import dev.assent.kernel.intent.IntentState;
import dev.assent.kernel.intent.StateJson;
import dev.assent.kernel.story.IntentStory;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every history that was recorded leads to the very state that was recorded with it, to the byte:
 * the files were written by other virtual machines, whose maps iterate in other orders.
 */
class HistoriesTest {

  static Stream<HistoryFile> recorded() {
    return HistoryFile.all();
  }

  @ParameterizedTest
  @MethodSource("recorded")
  void shouldLeadToTheSameStateForEver(HistoryFile history) {
    // given
    IntentState state = new IntentState.NotCreated();
    // when
    for (RecordedEvent event : history.events()) {
      state = Kernel.evolve(state, event);
    }
    // then
    assertThat(StateJson.write(state)).as(history.lesson()).isEqualTo(history.state());
    assertThat(StateJson.read(history.state())).isEqualTo(state);
  }

  /** A new lesson is written by {@code -Dhistories.write=true}; one that is written stays. */
  @Test
  void shouldHaveAFileForEveryLesson() {
    // given
    List<String> missing =
        Lessons.ALL.keySet().stream()
            .filter(lesson -> !Files.exists(HistoryFile.path(lesson)))
            .toList();
    // when
    if (Boolean.getBoolean("histories.write")) {
      for (String lesson : missing) {
        IntentStory story = Lessons.ALL.get(lesson).get();
        HistoryFile.write(lesson, story.log(), story.state());
      }
    }
    // then
    assertThat(missing)
        .as("add them: ./assent test -pl approval-kernel -Dhistories.write=true, then look at them")
        .isEmpty();
  }
}
