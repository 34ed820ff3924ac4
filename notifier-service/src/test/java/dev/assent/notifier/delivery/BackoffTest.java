package dev.assent.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final Backoff.Settings SETTINGS =
      new Backoff.Settings(Duration.ofSeconds(10), Duration.ofMinutes(2), 5);

  @Test
  void shouldDoubleTheLongestPauseUpToACeiling() {
    // given
    Backoff longest = new Backoff(SETTINGS, bound -> bound - 1);

    // when
    List<Duration> pauses = new ArrayList<>();
    for (int attempts = 1; attempts <= 6; attempts++) {
      pauses.add(longest.after(attempts));
    }

    // then
    assertThat(pauses)
        .extracting(Duration::toSeconds)
        .containsExactly(10L, 20L, 40L, 80L, 120L, 120L);
  }

  @Test
  void shouldSpreadPausesDownToNothing() {
    // given
    Backoff shortest = new Backoff(SETTINGS, bound -> 0);

    // when
    Duration pause = shortest.after(4);

    // then
    assertThat(pause).isZero();
  }

  @Test
  void shouldStayBoundedAfterAnyNumberOfAttempts() {
    // given
    Backoff longest = new Backoff(SETTINGS, bound -> bound - 1);

    // when
    Duration pause = longest.after(Integer.MAX_VALUE);

    // then
    assertThat(pause).isEqualTo(Duration.ofMinutes(2));
  }

  @Test
  void shouldBeSpentAtTheLastAttempt() {
    // given
    Backoff backoff = new Backoff(SETTINGS, bound -> 0);

    // then
    assertThat(backoff.isSpent(4)).isFalse();
    assertThat(backoff.isSpent(5)).isTrue();
    assertThat(backoff.isSpent(6)).isTrue();
  }
}
