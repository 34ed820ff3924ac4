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

  private final InstantSource real = InstantSource.system();

  @Test
  void shouldNotSleepWhenTheTimeHasCome() throws Exception {
    // given
    Alarm alarm = new Alarm(() -> NOON);

    // when
    Duration slept = slept(alarm, NOON);

    // then
    assertThat(slept).isLessThan(Duration.ofMillis(500));
  }

  @Test
  void shouldSleepUntilThenButNoLongerThanASecond() throws Exception {
    // given
    Alarm alarm = new Alarm(real);

    // when
    Duration toTheTime = slept(alarm, real.instant().plusMillis(60));
    Duration longest = slept(alarm, Instant.MAX);

    // then
    assertThat(toTheTime).isGreaterThanOrEqualTo(Duration.ofMillis(55));
    assertThat(longest).isBetween(Duration.ofMillis(990), Duration.ofSeconds(10));
  }

  @Test
  void shouldWakeUpForAnEarlierTimer() throws Exception {
    // given
    Alarm alarm = new Alarm(real);
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
    assertThat(awake.await(900, TimeUnit.MILLISECONDS)).isTrue();
  }

  @Test
  void shouldLeaveTheTransactionTimeToCommit() throws Exception {
    // given
    Alarm alarm = new Alarm(real);
    alarm.announce(real.instant().minusSeconds(5));

    // when
    Duration slept = slept(alarm, Instant.MAX);

    // then
    assertThat(slept).isBetween(Alarm.COMMIT.minusMillis(5), Duration.ofMillis(900));
  }

  @Test
  void shouldForgetWhatItWasWokenFor() throws Exception {
    // given
    Alarm alarm = new Alarm(real);
    alarm.wake();
    slept(alarm, Instant.MAX);

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
