package dev.assent.notifier.kafka;

import static dev.assent.notifier.NotifierFixtures.ADA;
import static dev.assent.notifier.NotifierFixtures.BO;
import static dev.assent.notifier.NotifierFixtures.ONE;
import static dev.assent.notifier.NotifierFixtures.SRE;
import static dev.assent.notifier.NotifierFixtures.TWO;
import static dev.assent.notifier.NotifierFixtures.asked;
import static dev.assent.notifier.NotifierFixtures.decided;
import static dev.assent.notifier.NotifierFixtures.log;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.assent.contract.notification.NoticeKind;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.view.OwnedPartitions;
import dev.assent.kernel.process.Reactions;
import dev.assent.notifier.FixedPeople;
import dev.assent.notifier.delivery.Bell;
import dev.assent.notifier.domain.Delivery;
import dev.assent.notifier.domain.NoticeChanges;
import dev.assent.notifier.routing.Route;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NoticeProjectionTest {

  private static final Connection NONE = null;

  private final List<NoticeChanges> written = new ArrayList<>();
  private final OwnedPartitions owned = new OwnedPartitions();
  private final NoticeProjection projection =
      new NoticeProjection(
          Reactions::react,
          (notice, told) ->
              new Route(new FixedPeople(), kind -> List.of(), new Route.Channels(true, false))
                  .of(told),
          (db, changes) -> written.add(changes),
          owned,
          new Bell());

  @Test
  void shouldFoldABatchIntoOneWrite() throws SQLException {
    // when
    projection.apply(
        NONE, 0, log(asked(ONE, 3, ADA, SRE), decided(ONE, 4, "ada", ADA, BO), asked(TWO, 3, BO)));

    // then
    assertThat(written).hasSize(1);
    NoticeChanges changes = written.getFirst();
    assertThat(changes.deliveries())
        .extracting(d -> d.notice().intent(), d -> d.notice().kind(), d -> d.recipient().id())
        .containsExactlyInAnyOrder(
            tuple(ONE, NoticeKind.TASK_ASSIGNED, "ada"),
            tuple(ONE, NoticeKind.TASK_ASSIGNED, "bo"),
            tuple(ONE, NoticeKind.TASK_ASSIGNED, "cy"),
            tuple(ONE, NoticeKind.DECIDED, "bo"),
            tuple(TWO, NoticeKind.TASK_ASSIGNED, "bo"));
    assertThat(changes.ended()).containsOnlyKeys(ONE);
  }

  @Test
  void shouldFindTheSameDeliveriesWheneverItReadsTheEvents() throws SQLException {
    // given
    List<LogRecord> facts = log(asked(ONE, 3, ADA, SRE));

    // when
    projection.apply(NONE, 0, facts);
    projection.apply(NONE, 0, facts);

    // then
    assertThat(ids(written.get(1))).isEqualTo(ids(written.get(0))).hasSize(3);
  }

  @Test
  void shouldPassByWhatItCannotReadAndServeTheOthers() throws SQLException {
    // given
    LogRecord unreadable =
        new LogRecord(
            "events",
            0,
            9,
            TWO.toString(),
            Map.of("ce_type", "dev.assent.intent.teleported.v9"),
            "{}".getBytes(StandardCharsets.UTF_8),
            0);
    List<LogRecord> facts = new ArrayList<>(List.of(unreadable));
    facts.addAll(log(asked(ONE, 3, ADA)));

    // when
    projection.apply(NONE, 0, facts);

    // then
    assertThat(written.getFirst().deliveries()).hasSize(1);
  }

  @Test
  void shouldSayWhatItOwns() {
    // given
    projection.owned(List.of(0, 1));

    // when
    projection.released(List.of(0));

    // then
    assertThat(owned.now()).containsExactly(1);
  }

  private static List<?> ids(NoticeChanges changes) {
    return changes.deliveries().stream().map(Delivery::id).toList();
  }
}
