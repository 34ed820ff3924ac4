package dev.assent.eventlog.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.view.ReadBarrier;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WriterLoopIT {

  private static LogFixture log;

  @BeforeAll
  static void start(@TempDir Path folder) {
    log = new LogFixture(folder);
  }

  @AfterAll
  static void stop() {
    log.close();
  }

  @BeforeEach
  void freshTopics() {
    log.newTopics();
  }

  @Test
  void shouldAnswerAnInputWithAllItsEvents() {
    // given
    try (LoopGroup loops = log.writers(new Sums(log.settings.topics()))) {
      loops.start();

      // when
      List<LogRecord> answer = log.ask("a", "5").join();

      // then
      assertThat(answer).extracting(record -> record.header("seq")).containsExactly("1", "2");
    }
  }

  @Test
  void shouldShowAnAnsweredWriteToTheNextRead() {
    // given
    try (LoopGroup loops = log.writers(new Sums(log.settings.topics()))) {
      loops.start();
      var barrier = new ReadBarrier(log.tail, loops.progress(), log.view());

      for (int i = 1; i <= 20; i++) {
        // when
        log.ask("a", "1").join();
        boolean caughtUp = barrier.await("a", Duration.ofSeconds(10));

        // then
        assertThat(caughtUp).isTrue();
        assertThat(log.rows()).containsExactly("a " + 2 * i + " " + i + " false");
      }
    }
  }

  @Test
  void shouldSayThatItDoesNotKnowWhileTheViewIsBehind() {
    // given
    try (LoopGroup loops = log.writers(new Sums(log.settings.topics()))) {
      var barrier = new ReadBarrier(log.tail, loops.progress(), log.view());
      log.tell("a", 3);

      // when
      boolean knows = barrier.awaitEnd("a", Duration.ofMillis(500));
      boolean knowsAll = barrier.awaitEndOfAll(Duration.ofMillis(500));
      loops.start();
      boolean knowsAllLater = barrier.awaitEndOfAll(Duration.ofSeconds(20));
      boolean knowsLater = barrier.awaitEnd("a", Duration.ofSeconds(1));

      // then
      assertThat(List.of(knows, knowsAll)).containsOnly(false);
      assertThat(List.of(knowsAllLater, knowsLater)).containsOnly(true);
      assertThat(log.rows()).containsExactly("a 3 3 false");
    }
  }

  @Test
  void shouldWaitUntilTheViewShowsWhatIsAskedFor() {
    // given
    try (LoopGroup loops = log.writers(new Sums(log.settings.topics()))) {
      loops.start();
      log.ask("a", "1").join();
      var barrier = new ReadBarrier(log.tail, loops.progress(), log.view());
      BooleanSupplier three = () -> log.rows().contains("a 6 3 false");

      // when
      boolean early = barrier.awaitThat("a", three, Duration.ofMillis(300));
      CompletableFuture<Boolean> waiting =
          CompletableFuture.supplyAsync(
              () -> barrier.awaitThat("a", three, Duration.ofSeconds(20)),
              Thread::startVirtualThread);
      log.ask("a", "1").join();
      boolean stillWaiting = !waiting.isDone();
      log.ask("a", "1").join();

      // then
      assertThat(early).isFalse();
      assertThat(stillWaiting).isTrue();
      assertThat(waiting.join()).isTrue();
      assertThat(barrier.awaitThat("a", three, Duration.ofSeconds(20))).isTrue();
    }
  }

  @Test
  void shouldDecideInOrderAndOnceUnderLoad() {
    // given
    try (LoopGroup loops = log.writers(new Sums(log.settings.topics()))) {
      loops.start();
      List<CompletableFuture<List<LogRecord>>> answers = new ArrayList<>();

      // when
      for (int i = 0; i < 3_000; i++) {
        answers.add(log.ask("key-" + i % 7, "1"));
      }
      answers.forEach(CompletableFuture::join);

      // then
      LogFixture.eventually(() -> log.total() == 3_000);
      assertThat(log.rows()).hasSize(7).allMatch(row -> sequence(row) == 2 * value(row));
    }
  }

  @Test
  void shouldReadTheFactsThatASenderSawBeforeItsInput() {
    // given
    Sums sums = new Sums(log.settings.topics());
    try (LoopGroup loops = log.writers(sums)) {
      loops.start();
      log.tell("a-key-before", 1);
      LogFixture.eventually(() -> log.rows().size() == 1);
      log.send("any", "wait");
      LogFixture.eventually(sums.mayGoOn::hasQueuedThreads);

      // when
      CompletableFuture<List<LogRecord>> unknown = log.ask("never-told", "1@1");
      List<CompletableFuture<List<LogRecord>>> answers = new ArrayList<>();
      for (int i = 0; i < 40; i++) {
        // more than one batch of facts stands before each input
        log.tell("key-" + i, 700);
        answers.add(log.ask("key-" + i, "1@1"));
      }
      sums.mayGoOn.release();

      // then
      for (CompletableFuture<List<LogRecord>> answer : answers) {
        assertThat(answer.join())
            .extracting(LogRecord::topic)
            .containsOnly(log.settings.topics().events());
      }
      assertThat(unknown.join())
          .extracting(LogRecord::topic)
          .containsExactly(log.settings.topics().refusals());
      LogFixture.eventually(() -> log.total() == 1 + 40 * 701);
    }
  }

  @Test
  void shouldReadEveryFactThatASenderSawAlsoOfAKeyThatIsKnown() {
    // given
    String key = "k".repeat(200);
    Sums sums = new Sums(log.settings.topics());
    try (LoopGroup loops = log.writers(sums)) {
      loops.start();
      log.tell(key, 1);
      LogFixture.eventually(() -> log.rows().size() == 1);
      log.send("any", "wait");
      LogFixture.eventually(sums.mayGoOn::hasQueuedThreads);

      // when
      // the facts come in several fetches of one mebibyte, and the input comes with the first
      log.tell(key, 15_000);
      CompletableFuture<List<LogRecord>> answer = log.ask(key, "1@15000");
      sums.mayGoOn.release();

      // then
      assertThat(answer.join())
          .extracting(LogRecord::topic)
          .containsOnly(log.settings.topics().events());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"bug", "deep", "huge"})
  void shouldQuarantineTheKeyThatABugHitsAndNoOther(String input) {
    // given
    try (LoopGroup loops = log.writers(new Sums(log.settings.topics()))) {
      loops.start();

      // when
      String refused = log.ask("a", input).join().getFirst().topic();
      String refusedToo = log.ask("a", "1").join().getFirst().topic();
      log.ask("b", "1").join();

      // then
      assertThat(List.of(refused, refusedToo)).containsOnly(log.settings.topics().refusals());
      LogFixture.eventually(() -> log.rows().size() == 2);
      assertThat(log.rows()).containsExactly("a 0 0 true", "b 2 1 false");
    }
  }

  @Test
  void shouldBeginAnewAfterAnError() {
    // given
    Sums sums = new Sums(log.settings.topics());
    sums.errors.set(1);
    try (LoopGroup loops = log.writers(sums)) {
      loops.start();

      // when
      log.send("a", "error");
      log.ask("a", "1").join();

      // then
      assertThat(sums.errors).hasNegativeValue();
      LogFixture.eventually(loops::isHealthy);
    }
  }

  @Test
  void shouldTakeNoInputWhileTheOwnerBeforeIsStillCommitting() throws Exception {
    // given
    try (LoopGroup before = log.writers(new Sums(log.settings.topics()))) {
      before.start();
      log.ask("a", "1").join();
    }
    try (var dead = log.openTransactionWith("a", 3, "10");
        // Under the same name, so that it gets the partitions at once.
        LoopGroup loops = log.writers(new Sums(log.settings.topics()))) {
      loops.start();

      // when
      CompletableFuture<List<LogRecord>> answer = log.ask("a", "100");
      assertThatThrownBy(() -> answer.get(2, TimeUnit.SECONDS))
          .isInstanceOf(TimeoutException.class);
      dead.commitTransaction();

      // then
      assertThat(answer.get(20, TimeUnit.SECONDS))
          .extracting(record -> record.header("seq"))
          .containsExactly("4", "5");
      LogFixture.eventually(() -> log.total() == 111);
    }
  }

  @Test
  void shouldShareThePartitionsAndHandThemOver() {
    // given
    Sums sums = new Sums(log.settings.topics());
    try (LoopGroup first = log.writers(sums, "one", 1)) {
      first.start();
      log.ask("a", "1").join();
      try (LoopGroup second = log.writers(sums, "two", 1)) {
        second.start();
        LogFixture.eventually(() -> ownedBy(second) == 1 && ownedBy(first) == 2);

        // when
        for (int i = 0; i < 30; i++) {
          log.ask("key-" + i, "1").join();
        }
      }

      // then
      for (int i = 0; i < 30; i++) {
        log.ask("key-" + i, "1").join();
      }
      LogFixture.eventually(() -> log.total() == 61);
      assertThat(log.rows()).hasSize(31).noneMatch(row -> row.endsWith("true"));
    }
  }

  @Test
  void shouldTakeOverAtOnceWhatAnotherGivesUp() {
    // given
    Sums sums = new Sums(log.settings.topics());
    try (LoopGroup first = log.writers(sums, "one", 1)) {
      first.start();

      // when
      try (LoopGroup second = log.writers(sums, "two", 1)) {
        second.start();
        LogFixture.eventually(() -> ownedBy(second) == 1 && ownedBy(first) == 2);
      }
      long given = System.nanoTime();
      LogFixture.eventually(() -> ownedBy(first) == LogFixture.PARTITIONS);

      // then: sooner than an owner that died would be missed
      assertThat(Duration.ofNanos(System.nanoTime() - given)).isLessThan(Duration.ofSeconds(4));
    }
  }

  private static int ownedBy(LoopGroup loops) {
    int owned = 0;
    for (int partition = 0; partition < LogFixture.PARTITIONS; partition++) {
      owned += loops.progress().owns(partition) ? 1 : 0;
    }
    return owned;
  }

  private static long value(String row) {
    return Long.parseLong(row.split(" ")[2]);
  }

  private static long sequence(String row) {
    return Long.parseLong(row.split(" ")[1]);
  }
}
