package dev.assent.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MarkTest {
  private final Mark own = Mark.of(ProcessHandle.current());

  @Test
  void shouldFindTheProcessAgain() {
    // given // when // then
    assertThat(own.isAlive()).isTrue();
    assertThat(own.process()).contains(ProcessHandle.current());
  }

  @Test
  void shouldNotTakeAStrangerWithTheSameNumberForIt() {
    // given
    Mark former = new Mark(own.pid(), own.startedAt().minus(Duration.ofMinutes(5)));

    // when // then
    assertThat(former.isAlive()).isFalse();
  }

  @Test
  void shouldForgiveTheClockASecond() {
    // given
    Mark shifted = new Mark(own.pid(), own.startedAt().plusMillis(1_000));

    // when // then
    assertThat(shifted.isAlive()).isTrue();
  }

  @Test
  void shouldKnowThatNobodyHasANumberThatIsTooHigh() {
    // given
    Mark nobody = new Mark(4_000_000_000L, Instant.EPOCH);

    // when // then
    assertThat(nobody.isAlive()).isFalse();
  }
}
