package dev.assent.approval.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BatchedTest {

  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();
  private final List<List<Integer>> batches = new CopyOnWriteArrayList<>();
  private final Semaphore allowed = new Semaphore(0);

  /** Knows the squares of numbers below a thousand; each read waits until it is allowed. */
  private final Batched<Integer, Integer> squares = new Batched<>(this::read);

  private Map<Integer, Integer> read(Collection<Integer> keys) {
    batches.add(List.copyOf(keys));
    allowed.acquireUninterruptibly();
    if (keys.contains(-1)) {
      throw new IllegalStateException("no square of -1");
    }
    Map<Integer, Integer> found = new HashMap<>();
    keys.stream().filter(key -> key < 1000).forEach(key -> found.put(key, key * key));
    return found;
  }

  @AfterEach
  void end() {
    callers.close();
  }

  @Test
  void shouldReadAtOnceForOneWhoComesAlone() {
    // given
    allowed.release(2);
    // then
    assertThat(squares.find(3)).contains(9);
    assertThat(squares.find(1000)).isEmpty();
    assertThat(batches).containsExactly(List.of(3), List.of(1000));
  }

  @Test
  void shouldReadTogetherForAllWhoComeMeanwhile() {
    // given
    List<CompletableFuture<Optional<Integer>>> asked = new ArrayList<>();
    asked.add(ask(0));
    for (int key = 1; key <= 300; key++) {
      asked.add(ask(key));
    }
    // when
    allowed.release(3);
    // then
    for (int key = 0; key <= 300; key++) {
      assertThat(asked.get(key).join()).contains(key * key);
    }
    assertThat(batches).extracting(List::size).containsExactly(1, 256, 44);
  }

  @Test
  void shouldAnswerTheSameKeyToEach() {
    // given
    CompletableFuture<Optional<Integer>> first = ask(1);
    CompletableFuture<Optional<Integer>> second = ask(2);
    CompletableFuture<Optional<Integer>> third = ask(2);
    // when
    allowed.release(2);
    // then
    assertThat(first.join()).contains(1);
    assertThat(second.join()).contains(4);
    assertThat(third.join()).contains(4);
  }

  @Test
  void shouldFailABatchWholeAndGoOnWithTheNext() {
    // given
    CompletableFuture<Optional<Integer>> before = ask(1);
    CompletableFuture<Optional<Integer>> faulty = ask(-1);
    CompletableFuture<Optional<Integer>> beside = ask(2);
    // when
    allowed.release(3);
    // then
    assertThat(before.join()).contains(1);
    assertThatThrownBy(faulty::join).hasRootCauseMessage("no square of -1");
    assertThatThrownBy(beside::join)
        .isInstanceOf(CompletionException.class)
        .hasRootCauseMessage("no square of -1");
    assertThat(squares.find(3)).contains(9);
  }

  /** Asks on a thread of its own; returns when that thread reads, or waits for one that does. */
  private CompletableFuture<Optional<Integer>> ask(int key) {
    int before = batches.size() + squares.waiting();
    CompletableFuture<Optional<Integer>> answer =
        CompletableFuture.supplyAsync(() -> squares.find(key), callers);
    while (batches.size() + squares.waiting() == before) {
      Thread.onSpinWait();
    }
    return answer;
  }
}
