package dev.assent.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

  private final Moments moments = new Moments();
  private final SignInThrottle throttle = new SignInThrottle(moments);

  @Test
  void shouldDoubleTheWaitUpToAMinute() {
    // given
    List<Long> waits = new ArrayList<>();
    attempt(5);

    // when
    for (int i = 0; i < 8; i++) {
      Duration wait = refused();
      waits.add(wait.toSeconds());
      moments.advance(wait);
      throttle.begin("ada");
    }

    // then
    assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L);
  }

  @Test
  void shouldCountAttemptsThatAreStillBeingChecked() {
    // given: five began and none has ended
    attempt(5);

    // when
    Duration wait = refused();

    // then
    assertThat(wait).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void shouldForgetFailuresAfterSuccess() {
    // given
    attempt(4);

    // when
    throttle.succeeded("ada");

    // then
    assertThatCode(() -> attempt(5)).doesNotThrowAnyException();
  }

  @Test
  void shouldForgetFailuresAfterAQuarterOfAnHour() {
    // given
    attempt(5);

    // when
    moments.advance(Duration.ofMinutes(16));

    // then
    assertThatCode(() -> attempt(5)).doesNotThrowAnyException();
  }

  @Test
  void shouldSlowDownOnlyThePersonInQuestion() {
    // given
    attempt(5);

    // then
    assertThatCode(() -> throttle.begin("bo")).doesNotThrowAnyException();
  }

  @Test
  void shouldStayBoundedWhenNamesAreEndless() {
    // given
    attempt(5);

    // when: ten thousand others push the first one out
    for (int i = 0; i < 10_000; i++) {
      throttle.begin("p" + i);
    }

    // then
    assertThatCode(() -> throttle.begin("ada")).doesNotThrowAnyException();
  }

  private void attempt(int times) {
    for (int i = 0; i < times; i++) {
      throttle.begin("ada");
    }
  }

  private Duration refused() {
    return catchThrowableOfType(TooManyAttemptsException.class, () -> throttle.begin("ada"))
        .retryAfter();
  }
}
