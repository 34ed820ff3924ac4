package dev.assent.timer.due;

import static dev.assent.timer.TimerFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AlarmTest {

  /** So much longer than anything here takes that a busy machine changes no result. */
  private static final Duration VERY_LONG = Duration.ofMinutes(2);

  private static final Duration SOON = Duration.ofMinutes(1);

  private final InstantSource real = InstantSource.system();
  private final Alarm alarm = new Alarm(real, VERY_LONG);

  @Test
  void shouldNotSleepWhenTheTimeHasCome() throws Exception {
    // when
    Duration slept = slept(new Alarm(() -> NOON, VERY_LONG), NOON);

    // then
    assertThat(slept).isLessThan(SOON);
  }

  @Test
  void shouldSleepUntilThen() throws Exception {
    // when
    Duration slept = slept(alarm, real.instant().plusMillis(60));

    // then
    assertThat(slept).isBetween(Duration.ofMillis(55), SOON);
  }

  @Test
  void shouldSleepNoLongerThanASecondOfTheComputersTime() throws Exception {
    // given
    Alarm withStoppedClock = new Alarm(() -> NOON);

    // when
    Duration slept = slept(withStoppedClock, Instant.MAX);

    // then
    assertThat(slept).isBetween(Duration.ofMillis(990), SOON);
  }

  @Test
  void shouldWakeUpForAnEarlierTimer() throws Exception {
    // given
    CountDownLatch awake = new CountDownLatch(1);
    Thread.ofVirtual()
        .start(
            () -> {
              try {
                alarm.await(Instant.MAX);
                awake.countDown();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });

    // when
    alarm.announce(real.instant());

    // then
    assertThat(awake.await(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void shouldLeaveTheTransactionTimeToCommit() throws Exception {
    // given
    Instant asked = real.instant();
    alarm.announce(asked.minusSeconds(5));

    // when
    alarm.await(Instant.MAX);

    // then
    assertThat(Duration.between(asked, real.instant())).isBetween(Alarm.COMMIT, SOON);
  }

  @Test
  void shouldForgetWhatItWasWokenFor() throws Exception {
    // given
    alarm.wake();
    alarm.await(Instant.MAX);

    // when
    Duration slept = slept(alarm, real.instant().plusMillis(60));

    // then
    assertThat(slept).isGreaterThanOrEqualTo(Duration.ofMillis(55));
  }

  private static Duration slept(Alarm alarm, Instant until) throws InterruptedException {
    long began = System.nanoTime();
    alarm.await(until);
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
