package dev.assent.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BellTest {

  private static final long SOON_MILLIS = 60_000;

  /** Whoever hears nothing waits so long that a busy machine changes no result. */
  private final Bell patient = new Bell(2 * SOON_MILLIS, 2 * SOON_MILLIS);

  @Test
  void shouldNotKeepAListenerThatMissedARing() throws Exception {
    // given
    Bell.Ear ear = quietEar();
    patient.ring();

    // when
    long millis = listened(ear);

    // then
    assertThat(millis).isLessThan(SOON_MILLIS);
  }

  @Test
  void shouldWakeEveryListener() throws Exception {
    // given
    CountDownLatch awake = new CountDownLatch(2);
    for (int i = 0; i < 2; i++) {
      Bell.Ear ear = quietEar();
      Thread.ofVirtual()
          .start(
              () -> {
                try {
                  ear.listen();
                  awake.countDown();
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
    }

    // when
    patient.ring();

    // then
    assertThat(awake.await(SOON_MILLIS, TimeUnit.MILLISECONDS)).isTrue();
  }

  @Test
  void shouldNotKeepAListenerThatIsNudged() throws Exception {
    // given
    Bell.Ear ear = quietEar();
    ear.nudge();

    // when
    long millis = listened(ear);

    // then
    assertThat(millis).isLessThan(SOON_MILLIS);
  }

  @Test
  void shouldLookAgainAfterARingAndThenEverMoreSeldom() throws Exception {
    // given
    Bell bell = new Bell(20, 60);
    Bell.Ear ear = bell.ear();
    ear.listen();

    // when
    long first = listened(ear);
    long second = listened(ear);
    long third = listened(ear);

    // then
    assertThat(first).isGreaterThanOrEqualTo(19);
    assertThat(second).isGreaterThanOrEqualTo(39);
    assertThat(third).isGreaterThanOrEqualTo(59);
  }

  /** One that has heard everything and would now wait. */
  private Bell.Ear quietEar() throws InterruptedException {
    Bell.Ear ear = patient.ear();
    ear.listen();
    return ear;
  }

  private static long listened(Bell.Ear ear) throws InterruptedException {
    long began = System.nanoTime();
    ear.listen();
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
  }
}
