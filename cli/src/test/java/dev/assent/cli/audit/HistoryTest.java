package dev.assent.cli.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.envelope.RecordedEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class HistoryTest {
  @Test
  void shouldFollowTheRulesFromTheFirstEventToTheLast() {
    // given
    List<RecordedEvent> events = Events.approved();

    // when
    History history = History.of(events);

    // then
    assertThat(history.faults()).isEmpty();
    assertThat(history.isSound()).isTrue();
    assertThat(history.standing()).isEqualTo("COMPLETED");
  }

  @Test
  void shouldFindAnEventThatIsMissing() {
    // given
    List<RecordedEvent> events = new ArrayList<>(Events.approved());
    events.remove(3);

    // when
    History history = History.of(events);

    // then
    assertThat(history.faults()).containsExactly("expected sequence 4, but the log has 5");
    assertThat(history.standing()).isEqualTo("running, in step approve");
  }

  @Test
  void shouldFindAnEventThatIsThereTwice() {
    // given
    List<RecordedEvent> events = new ArrayList<>(Events.approved());
    events.add(2, events.get(1));

    // when
    History history = History.of(events);

    // then
    assertThat(history.faults()).containsExactly("expected sequence 3, but the log has 2");
  }

  @Test
  void shouldFindEventsThatChangedPlaces() {
    // given
    List<RecordedEvent> events = new ArrayList<>(Events.approved());
    Collections.swap(events, 3, 4);

    // when
    History history = History.of(events);

    // then
    assertThat(history.isSound()).isFalse();
  }
}
