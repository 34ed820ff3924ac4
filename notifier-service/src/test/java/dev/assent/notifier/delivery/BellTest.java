package dev.assent.notifier.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BellTest {

  private final Bell bell = new Bell();

  @Test
  void shouldNotKeepAListenerThatMissedARing() throws Exception {
    // given
    Bell.Ear ear = quietEar();
    bell.ring();

    // when
    long millis = listened(ear);

    // then
    assertThat(millis).isLessThan(500);
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
    bell.ring();

    // then
    assertThat(awake.await(600, TimeUnit.MILLISECONDS)).isTrue();
  }

  @Test
  void shouldLookAgainSoonAfterARingAndThenMoreSeldom() throws Exception {
    // given
    Bell.Ear ear = quietEar();
    bell.ring();
    ear.listen();

    // when
    long soon = listened(ear);
    long later = listened(ear);

    // then
    assertThat(soon).isBetween(15L, 500L);
    assertThat(later).isGreaterThanOrEqualTo(35L);
  }

  /** One that has heard everything and would now wait for more than half a second. */
  private Bell.Ear quietEar() throws InterruptedException {
    Bell.Ear ear = bell.ear();
    for (int i = 0; i < 5; i++) {
      ear.listen();
    }
    return ear;
  }

  private static long listened(Bell.Ear ear) throws InterruptedException {
    long began = System.nanoTime();
    ear.listen();
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
  }
}
