package dev.assent.notifier.postgres;

import dev.assent.contract.notification.ChannelKind;
import dev.assent.eventlog.postgres.Columns;
import dev.assent.eventlog.postgres.Instants;
import dev.assent.eventlog.postgres.Statements;
import dev.assent.notifier.delivery.DeliveryStore;
import dev.assent.notifier.delivery.DueDelivery;
import dev.assent.notifier.domain.Lane;
import dev.assent.notifier.domain.Notice;
import dev.assent.notifier.domain.Subject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;

/** The workers' side of the deliveries. */
public final class PostgresDeliveries implements DeliveryStore {

  private static final String CLAIM =
      """
      with due as (
        select id from notifier.deliveries
        where lane = ? and state = 'PENDING' and partition = any(?::int[])
          and next_attempt_at <= ?
        order by next_attempt_at, id
        limit ? for update skip locked),
      claimed as (
        update notifier.deliveries d set attempts = d.attempts + 1, next_attempt_at = ?
        from due where d.id = due.id
        returning d.id, d.recipient, d.attempts, d.notice_id, d.intent_id, d.sequence)
      select c.id, c.recipient, c.attempts, n.document, s.intent_type, s.sender, s.title
      from claimed c
      join notifier.notices n on n.id = c.notice_id
      left join notifier.subjects s on s.intent_id = c.intent_id
      order by c.sequence, c.id""";

  private static final String SETTLE =
      """
      update notifier.deliveries d
      set state = s.state, next_attempt_at = coalesce(s.next_attempt_at, d.next_attempt_at),
          last_error = s.error
      from unnest(?::uuid[], ?::text[], ?::timestamptz[], ?::text[])
        as s(id, state, next_attempt_at, error)
      where d.id = s.id and d.state = 'PENDING'""";

  private static final String WAITING =
      """
      select channel, lane, count(*) from notifier.deliveries
      where state = 'PENDING' and partition = any(?::int[])
      group by channel, lane""";

  private final Statements statements;

  public PostgresDeliveries(DataSource database) {
    statements = new Statements(database, "deliveries");
  }

  @Override
  public List<DueDelivery> claim(
      Lane lane, Collection<Integer> partitions, Instant now, Instant leaseEnd, int limit) {
    return statements.updateReturning(
        CLAIM,
        (db, statement) -> {
          statement.setString(1, lane.name());
          statement.setArray(2, Columns.array(db, "int4", partitions, p -> p));
          Instants.set(statement, 3, now);
          statement.setInt(4, limit);
          Instants.set(statement, 5, leaseEnd);
        },
        PostgresDeliveries::deliveries);
  }

  @Override
  public void settle(List<Settlement> settlements) {
    statements.update(
        SETTLE,
        (db, statement) ->
            new Columns<>(settlements)
                .add("uuid", Settlement::delivery)
                .add("text", each -> each.state().name())
                .add("timestamptz", Settlement::nextAttemptAt)
                .add("text", Settlement::error)
                .bind(db, statement, 1));
  }

  @Override
  public Map<Lane, Long> waiting(Collection<Integer> partitions) {
    return statements.query(
        WAITING,
        (db, statement) -> statement.setArray(1, Columns.array(db, "int4", partitions, p -> p)),
        row -> {
          Map<Lane, Long> waiting = new LinkedHashMap<>();
          while (row.next()) {
            waiting.put(
                new Lane(ChannelKind.valueOf(row.getString(1)), row.getString(2)), row.getLong(3));
          }
          return waiting;
        });
  }

  private static List<DueDelivery> deliveries(ResultSet row) throws SQLException {
    List<DueDelivery> deliveries = new ArrayList<>();
    while (row.next()) {
      Notice notice = NoticeJson.read(row.getString(4));
      deliveries.add(
          new DueDelivery(
              row.getObject(1, UUID.class),
              row.getString(2),
              row.getInt(3),
              notice,
              new Subject(notice.intent(), row.getString(5), row.getString(6), row.getString(7))));
    }
    return deliveries;
  }
}
