package dev.assent.eventlog.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.eventlog.postgres.OpenView;
import dev.assent.eventlog.tail.Tail;
import dev.assent.eventlog.view.ReadBarrier;
import dev.assent.eventlog.view.ViewProgress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of a view whose database fails, is dropped, or belongs to another version. */
class ViewRecoveryIT {

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
  void shouldGiveTheSameRowsBackAfterTheSchemaWasDropped() {
    // given
    Sums sums = new Sums(log.settings.topics());
    try (LoopGroup loops = log.writers(sums)) {
      loops.start();
      for (int i = 0; i < 200; i++) {
        log.ask("key-" + i % 20, Integer.toString(i)).join();
      }
      LogFixture.eventually(() -> log.total() == 199 * 100);
    }
    List<String> before = log.rows();
    log.execute("drop schema sums cascade");

    // when
    try (LoopGroup loops = log.writers(sums)) {
      loops.start();
      LogFixture.eventually(() -> log.rows().size() == before.size());

      // then
      assertThat(log.rows()).isEqualTo(before);
    }
  }

  @Test
  void shouldStoreHowFarItRebuiltForOtherProcessesToSee() {
    // given
    Sums sums = new Sums(log.settings.topics());
    try (LoopGroup loops = log.writers(sums)) {
      loops.start();
      for (int i = 0; i < 20; i++) {
        log.ask("key-" + i, "1").join();
      }
      // A refusal, once all has been read back: it commits that no fact is left to be polled.
      var stored = new ReadBarrier(log.tail, new ViewProgress(), log.view());
      assertThat(stored.awaitAll(Duration.ofSeconds(10))).isTrue();
      log.ask("key-0", "odd").join();
    }
    log.execute("drop schema sums cascade");
    try (LoopGroup loops = log.writers(sums);
        Tail elsewhere = new Tail(log.settings, LogFixture.PARTITIONS)) {
      loops.start();
      LogFixture.eventually(loops::isHealthy);

      // when
      elsewhere.start();
      var reads = new ReadBarrier(elsewhere, new ViewProgress(), log.view());

      // then
      assertThat(reads.awaitAll(Duration.ofSeconds(5))).isTrue();
    }
  }

  @Test
  void shouldLeaveAViewThatAnotherVersionMadeAnew() {
    // given
    Sums sums = new Sums(log.settings.topics());
    OpenView one = log.view();
    try (LoopGroup old = log.writers(sums, one, "old", 1)) {
      old.start();
      log.ask("a", "1").join();
      LogFixture.eventually(old::isHealthy);

      // when
      OpenView other = log.viewOfAnotherVersion();
      log.send("a", "10");
      LogFixture.eventually(() -> !old.isHealthy());
      try (LoopGroup present = log.writers(sums, other, "new", 1)) {
        present.start();
        log.ask("a", "100").join();

        // then
        LogFixture.eventually(() -> log.rows().equals(List.of("a 6 111 false")));
        assertThat(old.isHealthy()).isFalse();
        var barrier = new ReadBarrier(log.tail, old.progress(), one);
        assertThat(barrier.awaitEnd("a", Duration.ofSeconds(1))).isFalse();
      }
    }
  }

  @Test
  void shouldRecoverWhatTheLogHoldsAndTheViewMissed() {
    // given
    Sums sums = new Sums(log.settings.topics());
    try (LoopGroup loops = log.writers(sums)) {
      loops.start();
      log.ask("a", "1").join();

      // when
      sums.writesToFail.set(2);
      log.ask("a", "10").join();
      log.ask("a", "100").join();

      // then
      LogFixture.eventually(() -> log.total() == 111);
      assertThat(log.rows()).containsExactly("a 6 111 false");
    }
  }

  @Test
  void shouldGoOnWhenTheDatabaseCutsAllConnections() {
    // given
    try (LoopGroup loops = log.writers(new Sums(log.settings.topics()))) {
      loops.start();
      log.ask("a", "1").join();

      // when
      for (int i = 0; i < 5; i++) {
        log.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity"
                + " where pid <> pg_backend_pid() and backend_type = 'client backend'");
        log.ask("a", "1").join();
      }

      // then
      LogFixture.eventually(() -> log.total() == 6);
      assertThat(log.rows()).containsExactly("a 12 6 false");
    }
  }
}
