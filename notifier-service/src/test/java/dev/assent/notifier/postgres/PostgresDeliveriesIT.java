package dev.assent.notifier.postgres;

import static dev.assent.notifier.NotifierFixtures.ADA;
import static dev.assent.notifier.NotifierFixtures.BO;
import static dev.assent.notifier.NotifierFixtures.NOON;
import static dev.assent.notifier.NotifierFixtures.ONE;
import static dev.assent.notifier.NotifierFixtures.SRE;
import static dev.assent.notifier.NotifierFixtures.TWO;
import static dev.assent.notifier.NotifierFixtures.asked;
import static dev.assent.notifier.NotifierFixtures.canceled;
import static dev.assent.notifier.NotifierFixtures.created;
import static dev.assent.notifier.NotifierFixtures.decided;
import static dev.assent.notifier.NotifierFixtures.log;
import static dev.assent.notifier.NotifierFixtures.notTold;
import static dev.assent.notifier.NotifierFixtures.reminded;
import static dev.assent.notifier.NotifierFixtures.told;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.notification.NoticeKind;
import dev.assent.eventlog.view.OwnedPartitions;
import dev.assent.kernel.process.Reactions;
import dev.assent.notifier.FixedPeople;
import dev.assent.notifier.TestDatabase;
import dev.assent.notifier.delivery.Bell;
import dev.assent.notifier.delivery.DeliveryStore.Settlement;
import dev.assent.notifier.delivery.DueDelivery;
import dev.assent.notifier.domain.DeliveryState;
import dev.assent.notifier.domain.Lane;
import dev.assent.notifier.domain.Subject;
import dev.assent.notifier.kafka.NoticeProjection;
import dev.assent.notifier.routing.Route;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresDeliveriesIT {

  private static final Instant LEASE = NOON.plusSeconds(60);
  private static final List<Integer> MINE = List.of(0);
  private static final String ROWS =
      "select d.sequence, d.kind, d.lane, d.recipient, d.state, d.attempts"
          + " from notifier.deliveries d order by d.intent_id, d.sequence, d.lane, d.recipient";

  @TempDir static Path folder;
  private static TestDatabase database;

  private final FixedPeople people = new FixedPeople();
  private final PostgresDeliveries deliveries = new PostgresDeliveries(database.source());
  private final NoticeProjection projection = projection();

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
  void shouldHandOutADeliveryOnceWithAllThatAMailNeeds() throws Exception {
    // given
    apply(created(ONE), asked(ONE, 3, ADA));

    // when
    List<DueDelivery> claimed = claim(NOON, 10);
    List<DueDelivery> again = claim(NOON, 10);

    // then
    assertThat(again).isEmpty();
    assertThat(claimed).hasSize(1);
    DueDelivery delivery = claimed.getFirst();
    assertThat(delivery.recipient()).isEqualTo("ada");
    assertThat(delivery.attempt()).isEqualTo(1);
    assertThat(delivery.notice().kind()).isEqualTo(NoticeKind.TASK_ASSIGNED);
    assertThat(delivery.notice().asked()).containsExactly(ADA);
    assertThat(delivery.notice().dueAt()).isEqualTo(NOON.plusSeconds(3600));
    assertThat(delivery.subject())
        .isEqualTo(new Subject(ONE, "db.migration", "agent://acme/prod/migrator", null));
  }

  @Test
  void shouldHandItOutAgainWhenTheLeaseOfADeadWorkerEnds() throws Exception {
    // given
    apply(asked(ONE, 3, ADA));
    DueDelivery first = claim(NOON, 10).getFirst();

    // when
    List<DueDelivery> taken = claim(LEASE, 10);

    // then
    assertThat(taken).hasSize(1);
    assertThat(taken.getFirst().id()).isEqualTo(first.id());
    assertThat(taken.getFirst().attempt()).isEqualTo(2);
  }

  @Test
  void shouldHandOutNoMoreThanAskedForAndOnlyOfOwnPartitionsAndLane() throws Exception {
    // given
    apply(asked(ONE, 3, SRE), asked(TWO, 3, ADA));

    // when
    List<DueDelivery> two = claim(NOON, 2);

    // then
    assertThat(two).hasSize(2);
    assertThat(deliveries.claim(Lane.EMAIL, List.of(1), NOON, LEASE, 10)).isEmpty();
    assertThat(deliveries.claim(Lane.EMAIL, List.of(), NOON, LEASE, 10)).isEmpty();
    assertThat(deliveries.claim(Lane.CONSOLE, MINE, NOON, LEASE, 10)).isEmpty();
    assertThat(claim(NOON, 10)).hasSize(1);
  }

  @Test
  void shouldWaitForTheNextAttempt() throws Exception {
    // given
    apply(asked(ONE, 3, ADA));
    UUID id = claim(NOON, 10).getFirst().id();

    // when
    deliveries.settle(
        List.of(new Settlement(id, DeliveryState.PENDING, NOON.plusSeconds(20), "Busy.")));

    // then
    assertThat(claim(NOON.plusSeconds(19), 10)).isEmpty();
    assertThat(claim(NOON.plusSeconds(20), 10)).extracting(DueDelivery::attempt).containsExactly(2);
    assertThat(database.rows("select last_error from notifier.deliveries"))
        .containsExactly("Busy.");
  }

  @Test
  void shouldDropWhatAsksForADecisionOnceItIsDecided() throws Exception {
    // given
    apply(asked(ONE, 3, ADA, BO), reminded(ONE, 4, ADA, BO), asked(TWO, 3, ADA));
    claim(NOON, 1);

    // when
    apply(decided(ONE, 5, "bo", ADA, BO));

    // then
    assertThat(database.rows(ROWS))
        .containsExactly(
            "3 TASK_ASSIGNED email ada SUPERSEDED 0",
            "3 TASK_ASSIGNED email bo SUPERSEDED 0",
            "4 REMINDER email ada SUPERSEDED 1",
            "4 REMINDER email bo SUPERSEDED 0",
            "5 DECIDED email ada PENDING 0",
            "3 TASK_ASSIGNED email ada PENDING 0");
  }

  @Test
  void shouldDropWhatAsksWhenTheIntentEndsInTheSameBatch() throws Exception {
    // when
    apply(asked(ONE, 3, ADA), canceled(ONE, 4));

    // then
    assertThat(database.rows(ROWS)).containsExactly("3 TASK_ASSIGNED email ada SUPERSEDED 0");
  }

  @Test
  void shouldAskAgainAfterAnEarlierGateWasDecided() throws Exception {
    // when
    apply(decided(ONE, 3, "bo", ADA), asked(ONE, 4, ADA));

    // then
    assertThat(database.rows(ROWS))
        .containsExactly("3 DECIDED email ada PENDING 0", "4 TASK_ASSIGNED email ada PENDING 0");
  }

  @Test
  void shouldSendOnlyTheNewestOfManyMailsThatPiledUp() throws Exception {
    // when
    apply(asked(ONE, 3, ADA, BO), reminded(ONE, 4, ADA), reminded(ONE, 5, ADA));

    // then
    assertThat(database.rows(ROWS))
        .containsExactly(
            "3 TASK_ASSIGNED email ada SUPERSEDED 0",
            "3 TASK_ASSIGNED email bo PENDING 0",
            "4 REMINDER email ada SUPERSEDED 0",
            "5 REMINDER email ada PENDING 0");
  }

  @Test
  void shouldDropMailsThatFailedOnceANewerOneArrived() throws Exception {
    // given
    apply(asked(ONE, 3, ADA));
    claim(NOON, 1);
    apply(reminded(ONE, 4, ADA));
    UUID reminder = claim(NOON, 1).getFirst().id();

    // when
    apply(told(ONE, 5, reminder, 1));

    // then
    assertThat(database.rows(ROWS))
        .containsExactly(
            "3 TASK_ASSIGNED email ada SUPERSEDED 1", "4 REMINDER email ada DELIVERED 1");
  }

  @Test
  void shouldNeverSendAgainWhatTheLogKnowsOfAfterARebuild() throws Exception {
    // given
    apply(created(ONE), asked(ONE, 3, ADA, BO));
    List<DueDelivery> claimed = claim(NOON, 10);
    RecordedEvent[] history = {
      created(ONE),
      asked(ONE, 3, ADA, BO),
      told(ONE, 4, claimed.get(0).id(), 2),
      notTold(ONE, 5, claimed.get(1).id())
    };
    apply(history[2], history[3]);
    List<String> before = database.rows(ROWS);

    // when
    database.makeAnew();
    apply(history);

    // then
    assertThat(claim(NOON.plusSeconds(3600), 10)).isEmpty();
    assertThat(database.rows(ROWS)).isEqualTo(before);
    assertThat(before)
        .anyMatch(row -> row.endsWith("DELIVERED 2"))
        .anyMatch(row -> row.endsWith("FAILED 16"));
  }

  @Test
  void shouldBelieveTheLogMoreThanItsOwnRows() throws Exception {
    // given
    apply(asked(ONE, 3, ADA), canceled(ONE, 4));
    UUID id = UUID.fromString(database.rows("select id from notifier.deliveries").getFirst());

    // when
    apply(told(ONE, 5, id, 1));
    deliveries.settle(List.of(new Settlement(id, DeliveryState.PENDING, NOON, "Busy.")));
    apply(notTold(ONE, 6, id));

    // then
    assertThat(database.rows(ROWS)).containsExactly("3 TASK_ASSIGNED email ada DELIVERED 1");
  }

  @Test
  void shouldEndTheSameWhenABatchIsAppliedTwice() throws Exception {
    // given
    RecordedEvent[] batch = {
      created(ONE), asked(ONE, 3, ADA, SRE), reminded(ONE, 4, ADA), decided(ONE, 5, "bo", ADA)
    };
    apply(batch);
    List<String> before = database.rows(ROWS);

    // when
    apply(batch);

    // then
    assertThat(database.rows(ROWS)).isEqualTo(before);
  }

  @Test
  void shouldKeepTextsThatColumnsOfTextRefuse() throws Exception {
    // given
    String title = "a\u0000b\uD83D\uDE00\u00e4";

    // when
    apply(asked(ONE, 3, title, ADA));

    // then
    assertThat(claim(NOON, 10).getFirst().notice().subject()).isEqualTo(title);
  }

  @Test
  void shouldCountWhatWaitsByLane() throws Exception {
    // given
    apply(asked(ONE, 3, ADA, SRE));

    // when
    claim(NOON, 1);

    // then
    assertThat(deliveries.waiting(MINE)).containsOnlyKeys(Lane.EMAIL).containsValue(3L);
    assertThat(deliveries.waiting(List.of(5))).isEmpty();
  }

  private List<DueDelivery> claim(Instant now, int limit) {
    return deliveries.claim(Lane.EMAIL, MINE, now, LEASE, limit);
  }

  private void apply(RecordedEvent... events) throws SQLException {
    try (Connection db = database.source().getConnection()) {
      db.setAutoCommit(false);
      projection.apply(db, 0, log(events));
      db.commit();
    }
  }

  private NoticeProjection projection() {
    return new NoticeProjection(
        Reactions::react,
        (notice, told) ->
            new Route(people, kind -> List.of(), new Route.Channels(true, false)).of(told),
        new PostgresNoticeWriter(),
        new OwnedPartitions(),
        new Bell());
  }
}
