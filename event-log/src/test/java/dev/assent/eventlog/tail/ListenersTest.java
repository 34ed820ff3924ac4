package dev.assent.eventlog.tail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ListenersTest {

  private final Listeners<String, String> listeners = new Listeners<>();

  @Test
  void shouldKnowWhoListensToWhat() {
    // when
    listeners.add("a", "one");
    listeners.add("a", "two");
    listeners.add("b", "three");

    // then
    assertThat(listeners.of("a")).containsExactlyInAnyOrder("one", "two");
    assertThat(listeners.of("b")).containsExactly("three");
    assertThat(listeners.of("c")).isEmpty();
  }

  @Test
  void shouldForgetWhoLeft() {
    // given
    Tail.Subscription first = listeners.add("a", "one");
    Tail.Subscription second = listeners.add("a", "one");

    // when
    first.close();
    first.close();

    // then
    assertThat(listeners.of("a")).containsExactly("one");
    assertThat(listeners.isEmpty()).isFalse();
    second.close();
    assertThat(listeners.isEmpty()).isTrue();
  }

  @Test
  void shouldLoseNobodyWhoComesWhileTheLastOneLeaves() throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    try (ExecutorService other = Executors.newSingleThreadExecutor()) {
      for (int i = 0; i < 10_000; i++) {
        // given
        Tail.Subscription leaving = listeners.add("a", "old");
        Future<Tail.Subscription> coming =
            other.submit(
                () -> {
                  start.await();
                  return listeners.add("a", "new");
                });

        // when
        start.await();
        leaving.close();

        // then
        Tail.Subscription stays = coming.get();
        assertThat(listeners.of("a")).containsExactly("new");
        stays.close();
      }
    }
  }
}
