package dev.assent.timer.kafka;

import static dev.assent.timer.TimerFixtures.NOON;
import static dev.assent.timer.TimerFixtures.ONE;
import static dev.assent.timer.TimerFixtures.TWO;
import static dev.assent.timer.TimerFixtures.ended;
import static dev.assent.timer.TimerFixtures.reminded;
import static dev.assent.timer.TimerFixtures.timer;
import static dev.assent.timer.TimerFixtures.waiting;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.timer.ArmedTimer;
import dev.assent.contract.timer.TimerKind;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.view.OwnedPartitions;
import dev.assent.kernel.process.Reactions;
import dev.assent.timer.domain.TimerChanges;
import dev.assent.timer.due.Alarm;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TimerProjectionTest {

  private static final Connection NONE = null;

  private final List<TimerChanges> written = new ArrayList<>();
  private final OwnedPartitions owned = new OwnedPartitions();
  private final TimerProjection projection =
      new TimerProjection(
          Reactions::react, (db, changes) -> written.add(changes), owned, new Alarm(() -> NOON));

  @Test
  void shouldFoldABatchIntoOneWrite() throws SQLException {
    // when
    projection.apply(
        NONE,
        0,
        List.of(
            waiting(ONE, 3, new ArmedTimer(TimerKind.REMINDER, NOON)),
            waiting(TWO, 3, new ArmedTimer(TimerKind.REMINDER, NOON)),
            reminded(ONE, 4, new ArmedTimer(TimerKind.REMINDER, NOON.plusSeconds(60))),
            ended(TWO, 4)));

    // then
    assertThat(written).hasSize(1);
    assertThat(written.getFirst().armed())
        .containsExactly(timer(ONE, TimerKind.REMINDER, 4, NOON.plusSeconds(60)));
    assertThat(written.getFirst().cancelled())
        .extracting(gone -> gone.key().intent())
        .contains(TWO);
  }

  @Test
  void shouldPassByWhatItCannotReadAndServeTheOthers() throws SQLException {
    // given
    LogRecord unreadable =
        new LogRecord(
            "events",
            0,
            7,
            TWO.toString(),
            Map.of("ce_type", "dev.assent.intent.teleported.v9"),
            "{}".getBytes(StandardCharsets.UTF_8),
            0);

    // when
    projection.apply(
        NONE, 0, List.of(unreadable, waiting(ONE, 3, new ArmedTimer(TimerKind.DELAY, NOON))));

    // then
    assertThat(written.getFirst().armed()).containsExactly(timer(ONE, TimerKind.DELAY, 3, NOON));
  }

  @Test
  void shouldSayWhatItOwns() {
    // given
    projection.owned(List.of(0, 1, 2));

    // when
    projection.released(List.of(1));

    // then
    assertThat(owned.now()).containsExactlyInAnyOrder(0, 2);
  }
}
