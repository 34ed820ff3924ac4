package dev.assent.timer.postgres;

import static dev.assent.timer.TimerFixtures.NOON;
import static dev.assent.timer.TimerFixtures.ONE;
import static dev.assent.timer.TimerFixtures.TWO;
import static dev.assent.timer.TimerFixtures.ended;
import static dev.assent.timer.TimerFixtures.intent;
import static dev.assent.timer.TimerFixtures.reminded;
import static dev.assent.timer.TimerFixtures.timer;
import static dev.assent.timer.TimerFixtures.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.timer.ArmedTimer;
import dev.assent.contract.timer.TimerKind;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.view.OwnedPartitions;
import dev.assent.kernel.process.Reactions;
import dev.assent.timer.TestDatabase;
import dev.assent.timer.domain.Timer;
import dev.assent.timer.due.Alarm;
import dev.assent.timer.due.TimerStore.Figures;
import dev.assent.timer.kafka.TimerProjection;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTimersIT {

  private static final List<Integer> ALL = List.of(0, 1, 2);
  private static final Duration REFIRE = Duration.ofSeconds(30);

  @TempDir static Path folder;
  private static TestDatabase database;

  private final PostgresTimers timers = new PostgresTimers(database.source());
  private final TimerProjection projection =
      new TimerProjection(
          Reactions::react,
          new PostgresTimerWriter(),
          new OwnedPartitions(),
          new Alarm(() -> NOON));

  @BeforeAll
  static void startDatabase() {
    database = new TestDatabase(folder);
  }

  @AfterAll
  static void stopDatabase() {
    database.close();
  }

  @BeforeEach
  void emptySchema() throws Exception {
    database.makeAnew();
  }

  @Test
  void shouldFindWhatIsDueOldestFirst() throws SQLException {
    // given
    apply(
        0,
        waiting(ONE, 3, new ArmedTimer(TimerKind.REMINDER, NOON.minusSeconds(1))),
        waiting(TWO, 3, new ArmedTimer(TimerKind.REMINDER, NOON.plusSeconds(1))));
    apply(1, waiting(intent(3), 3, new ArmedTimer(TimerKind.REMINDER, NOON.minusSeconds(2))));
    apply(2, waiting(intent(4), 3, new ArmedTimer(TimerKind.REMINDER, NOON.minusSeconds(3))));

    // when
    List<Timer> due = timers.due(List.of(0, 1), NOON, 10);

    // then
    assertThat(due).extracting(timer -> timer.key().intent()).containsExactly(intent(3), ONE);
    assertThat(due.getFirst().partition()).isEqualTo(1);
    assertThat(timers.due(ALL, NOON, 2))
        .extracting(timer -> timer.key().intent())
        .containsExactly(intent(4), intent(3));
    assertThat(timers.nextDue(ALL)).isEqualTo(NOON.minusSeconds(3));
    assertThat(timers.nextDue(List.of())).isNull();
  }

  @Test
  void shouldNeverFireAMicrosecondEarly() throws SQLException {
    // given
    Instant exact = NOON.plusNanos(123_456_789);
    apply(0, waiting(ONE, 3, new ArmedTimer(TimerKind.DELAY, exact)));

    // when
    List<Timer> justBefore = timers.due(ALL, exact, 10);
    List<Timer> then = timers.due(ALL, exact.plusNanos(211), 10);

    // then
    assertThat(justBefore).isEmpty();
    assertThat(then).containsExactly(timer(ONE, TimerKind.DELAY, 3, exact));
  }

  @Test
  void shouldNotFindAgainWhatWasFiredUntilItsAnswerIsOverdue() throws SQLException {
    // given
    apply(0, waiting(ONE, 3, new ArmedTimer(TimerKind.REMINDER, NOON)));
    timers.markFired(timers.due(ALL, NOON, 10), NOON);

    // when
    List<Timer> due = timers.due(ALL, NOON.plusSeconds(60), 10);
    List<Timer> early = timers.unanswered(ALL, NOON.plusSeconds(29), REFIRE, 10);
    List<Timer> unanswered = timers.unanswered(ALL, NOON.plusSeconds(30), REFIRE, 10);

    // then
    assertThat(due).isEmpty();
    assertThat(early).isEmpty();
    assertThat(unanswered).containsExactly(timer(ONE, TimerKind.REMINDER, 3, NOON));
  }

  @Test
  void shouldFireAgainEverMoreSeldom() throws SQLException {
    // given
    apply(0, waiting(ONE, 3, new ArmedTimer(TimerKind.REMINDER, NOON)));
    List<Timer> fired = timers.due(ALL, NOON, 10);
    timers.markFired(fired, NOON.plusSeconds(120));

    // when
    List<Timer> early = timers.unanswered(ALL, NOON.plusSeconds(239), REFIRE, 10);
    List<Timer> later = timers.unanswered(ALL, NOON.plusSeconds(240), REFIRE, 10);
    timers.markFired(fired, NOON.plus(Duration.ofDays(3)));
    List<Timer> old =
        timers.unanswered(ALL, NOON.plus(Duration.ofDays(3)).plusSeconds(600), REFIRE, 10);

    // then
    assertThat(early).isEmpty();
    assertThat(later).hasSize(1);
    assertThat(old).hasSize(1);
  }

  @Test
  void shouldNotMarkATimerThatWasReplacedMeanwhile() throws SQLException {
    // given
    apply(0, waiting(ONE, 3, new ArmedTimer(TimerKind.REMINDER, NOON)));
    List<Timer> old = timers.due(ALL, NOON, 10);
    apply(0, reminded(ONE, 4, new ArmedTimer(TimerKind.REMINDER, NOON.plusSeconds(1))));

    // when
    timers.markFired(old, NOON);

    // then
    assertThat(timers.due(ALL, NOON.plusSeconds(1), 10))
        .containsExactly(timer(ONE, TimerKind.REMINDER, 4, NOON.plusSeconds(1)));
  }

  @Test
  void shouldCountArmedAndOverdue() throws SQLException {
    // given
    apply(0, waiting(ONE, 3, new ArmedTimer(TimerKind.REMINDER, NOON)));
    apply(1, waiting(TWO, 3, new ArmedTimer(TimerKind.REMINDER, NOON.plusSeconds(9))));

    // when
    Figures all = timers.figures(NOON);
    Figures mine = timers.figures(List.of(1), NOON);

    // then
    assertThat(all).isEqualTo(new Figures(2, 1, NOON));
    assertThat(mine).isEqualTo(new Figures(1, 0, NOON.plusSeconds(9)));
  }

  @Test
  void shouldHaveTheSameRowsAfterARebuildInOtherBatches() throws Exception {
    // given
    List<LogRecord> history = randomHistory(new Random(20261122), 400);
    for (LogRecord fact : history) {
      apply(0, fact);
    }
    List<String> before = rows();

    // when
    database.makeAnew();
    for (int from = 0; from < history.size(); from += 37) {
      apply(
          0, history.subList(from, Math.min(from + 37, history.size())).toArray(LogRecord[]::new));
    }

    // then
    assertThat(before).isNotEmpty();
    assertThat(rows()).isEqualTo(before);
  }

  @Test
  void shouldEndTheSameWhenABatchIsAppliedTwice() throws Exception {
    // given
    List<LogRecord> history = randomHistory(new Random(7), 60);
    LogRecord[] batch = history.toArray(LogRecord[]::new);
    apply(0, batch);
    List<String> before = rows();

    // when
    apply(0, batch);

    // then
    assertThat(rows()).isEqualTo(before);
  }

  private static List<LogRecord> randomHistory(Random random, int length) {
    long[] sequences = new long[20];
    List<LogRecord> history = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      int which = random.nextInt(sequences.length);
      long sequence = ++sequences[which];
      ArmedTimer reminder =
          new ArmedTimer(TimerKind.REMINDER, NOON.plusSeconds(random.nextInt(1000)));
      ArmedTimer deadline =
          new ArmedTimer(TimerKind.STEP_DEADLINE, NOON.plusSeconds(random.nextInt(1000)));
      history.add(
          switch (random.nextInt(4)) {
            case 0 -> waiting(intent(which), sequence, reminder, deadline);
            case 1 -> reminded(intent(which), sequence, reminder);
            case 2 -> reminded(intent(which), sequence);
            default -> ended(intent(which), sequence);
          });
    }
    return history;
  }

  private void apply(int partition, LogRecord... facts) throws SQLException {
    try (Connection db = database.source().getConnection()) {
      db.setAutoCommit(false);
      projection.apply(db, partition, List.of(facts));
      db.commit();
    }
  }

  private static List<String> rows() throws Exception {
    return database.rows(
        "select intent_id, kind, partition, generation, due_at from timer.timers"
            + " order by intent_id, kind");
  }
}
