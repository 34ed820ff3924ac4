package dev.assent.eventlog.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.eventlog.append.Append;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.checkpoint.RunningHash;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotaryLoopIT {

  private static final Duration AT_ONCE = Duration.ZERO;
  private static final Duration ONLY_AT_THE_END = Duration.ofHours(1);

  private static LogFixture log;

  private PlainNotary notary;

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
    notary = new PlainNotary(log.settings.topics().checkpoints());
  }

  @Test
  void shouldSignAllThatEachPartitionHolds() {
    // given
    try (LoopGroup loop = log.notary(notary, AT_ONCE)) {
      loop.start();

      // when
      tell(30);

      // then
      LogFixture.eventually(() -> signed() == 30);
    }
    assertThat(last()).isEqualTo(recomputed()).hasSize(LogFixture.PARTITIONS);
  }

  @Test
  void shouldSignWhatIsLeftWhenItStops() {
    // given
    tell(10);
    try (LoopGroup loop = log.notary(notary, ONLY_AT_THE_END)) {
      loop.start();

      // when
      LogFixture.eventually(() -> notary.hashed.size() == 10);
    }

    // then
    assertThat(last()).isEqualTo(recomputed());
  }

  @Test
  void shouldSignWhatWasAppendedJustBeforeItStops() {
    for (int round = 1; round <= 5; round++) {
      // given
      try (LoopGroup loop = log.notary(notary, ONLY_AT_THE_END)) {
        loop.start();
        LogFixture.eventually(loop::isHealthy);

        // when
        tell(10);
      }

      // then
      assertThat(last()).as("after round %d", round).isEqualTo(recomputed());
    }
  }

  @Test
  void shouldSignWhatWasAppendedWhileItHashed() {
    // given
    CountDownLatch hashing = new CountDownLatch(1);
    CountDownLatch stopping = new CountDownLatch(1);
    notary.beforeEach =
        () -> {
          hashing.countDown();
          await(stopping);
        };
    LoopGroup loop = log.notary(notary, ONLY_AT_THE_END);
    loop.start();
    tell(1);
    await(hashing);
    tell(10);

    // when
    Thread closing = Thread.ofPlatform().start(loop::close);
    LogFixture.eventually(() -> closing.getState() == Thread.State.TIMED_WAITING);
    stopping.countDown();
    LogFixture.eventually(() -> !closing.isAlive());

    // then
    assertThat(last()).isEqualTo(recomputed());
  }

  @Test
  void shouldNotSignALogThatRetentionHasCut() {
    // given
    tell(10);
    log.trim(log.settings.topics().events(), 1);

    // when
    try (LoopGroup loop = log.notary(notary, AT_ONCE)) {
      loop.start();
      LogFixture.eventually(() -> restarts() > 0);
    }

    // then
    assertThat(last()).isEmpty();
  }

  @Test
  void shouldGoOnFromTheLastCheckpoint() {
    // given
    tell(10);
    try (LoopGroup loop = log.notary(notary, ONLY_AT_THE_END)) {
      loop.start();
      LogFixture.eventually(() -> notary.hashed.size() == 10);
    }
    PlainNotary next = new PlainNotary(log.settings.topics().checkpoints());
    tell(7);

    // when
    try (LoopGroup loop = log.notary(next, AT_ONCE)) {
      loop.start();
      LogFixture.eventually(() -> signed() == 17);
    }

    // then
    assertThat(next.hashed).hasSize(7);
    assertThat(last()).isEqualTo(recomputed());
  }

  @Test
  void shouldPassOverWhatStrangersPutAmongItsCheckpoints() {
    // given
    tell(10);
    try (LoopGroup loop = log.notary(notary, ONLY_AT_THE_END)) {
      loop.start();
      LogFixture.eventually(() -> notary.hashed.size() == 10);
    }
    for (int i = 0; i < 400; i++) {
      log.edge.append(
          new Append(
              log.settings.topics().checkpoints(),
              "key-" + i,
              Map.of(),
              "99 99 00 forged".getBytes(StandardCharsets.UTF_8)));
    }
    PlainNotary next = new PlainNotary(log.settings.topics().checkpoints());
    tell(5);

    // when
    try (LoopGroup loop = log.notary(next, AT_ONCE)) {
      loop.start();
      LogFixture.eventually(() -> signed() == 15);
    }

    // then
    assertThat(next.hashed).hasSize(5);
    assertThat(last()).isEqualTo(recomputed());
  }

  @Test
  void shouldNotSignALogThatLostWhatWasSigned() {
    // given
    tell(3);
    RunningHash beyond = new RunningHash(1_000, 1_000, "0".repeat(64));
    IntStream.range(0, LogFixture.PARTITIONS)
        .forEach(partition -> log.edge.append(notary.seal(partition, beyond)).join());

    // when
    try (LoopGroup loop = log.notary(notary, AT_ONCE)) {
      loop.start();
      LogFixture.eventually(() -> !loop.isHealthy());

      // then
      assertThat(notary.hashed).isEmpty();
    }
    assertThat(last().values()).containsOnly(beyond);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static double restarts() {
    return log.notaryMeters.counter("assent.loop.restarts", "service", "notary").count();
  }

  private static void tell(int facts) {
    for (int i = 0; i < facts; i++) {
      log.tell("key-" + i, 1);
    }
  }

  private long signed() {
    return last().values().stream().mapToLong(RunningHash::records).sum();
  }

  private Map<Integer, RunningHash> last() {
    Map<Integer, RunningHash> last = new HashMap<>();
    for (LogRecord checkpoint : log.read(log.settings.topics().checkpoints())) {
      Optional<RunningHash> read = notary.read(checkpoint);
      read.ifPresent(hash -> last.put(checkpoint.partition(), hash));
    }
    return last;
  }

  private static Map<Integer, RunningHash> recomputed() {
    Map<Integer, RunningHash> hashes = new HashMap<>();
    List<LogRecord> facts = log.read(log.settings.topics().events());
    for (LogRecord fact : facts) {
      RunningHash before = hashes.getOrDefault(fact.partition(), RunningHash.START);
      hashes.put(fact.partition(), before.with(fact.offset(), PlainNotary.hashOf(fact)));
    }
    return hashes;
  }
}
