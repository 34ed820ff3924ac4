package dev.assent.timer.postgres;

import dev.assent.contract.id.IntentId;
import dev.assent.contract.timer.TimerKind;
import dev.assent.eventlog.postgres.Columns;
import dev.assent.eventlog.postgres.Instants;
import dev.assent.eventlog.postgres.Statements;
import dev.assent.timer.domain.Timer;
import dev.assent.timer.domain.TimerKey;
import dev.assent.timer.due.TimerStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The scan's side of the table {@code timer.timers}. */
public final class PostgresTimers implements TimerStore {

  // One index range a partition: the work is bounded by the limit, however long the backlog is.
  private static final String DUE =
      """
      select t.intent_id, t.kind, t.partition, t.generation, t.due_at
      from unnest(?::int[]) as mine(partition)
      cross join lateral (
        select * from timer.timers
        where partition = mine.partition and fired_at is null and due_at <= ?
        order by due_at limit ?) t
      order by t.due_at limit ?""";

  private static final String UNANSWERED =
      """
      select t.intent_id, t.kind, t.partition, t.generation, t.due_at
      from timer.timers t
      where t.partition = any(?::int[]) and t.fired_at is not null
        and t.fired_at <= ?::timestamptz - ?::interval
        and t.fired_at <= ?::timestamptz - least(t.fired_at - t.due_at, interval '10 minutes')
      order by t.fired_at limit ?""";

  private static final String MARK =
      """
      update timer.timers t set fired_at = ?
      from unnest(?::uuid[], ?::text[], ?::bigint[]) as f(intent_id, kind, generation)
      where t.intent_id = f.intent_id and t.kind = f.kind and t.generation = f.generation""";

  private static final String NEXT =
      """
      select min(t.due_at)
      from unnest(?::int[]) as mine(partition)
      cross join lateral (
        select due_at from timer.timers
        where partition = mine.partition and fired_at is null
        order by due_at limit 1) t""";

  private static final String FIGURES =
      """
      select count(*), count(*) filter (where due_at <= ?), min(due_at) from timer.timers
      where fired_at is null""";

  private final Statements statements;

  public PostgresTimers(DataSource database) {
    statements = new Statements(database, "timers");
  }

  @Override
  public List<Timer> due(Collection<Integer> partitions, Instant now, int limit) {
    return statements.query(
        DUE,
        (db, statement) -> {
          statement.setArray(1, Columns.array(db, "int4", partitions, p -> p));
          Instants.set(statement, 2, now);
          statement.setInt(3, limit);
          statement.setInt(4, limit);
        },
        PostgresTimers::timers);
  }

  @Override
  public List<Timer> unanswered(
      Collection<Integer> partitions, Instant now, Duration after, int limit) {
    return statements.query(
        UNANSWERED,
        (db, statement) -> {
          statement.setArray(1, Columns.array(db, "int4", partitions, p -> p));
          Instants.set(statement, 2, now);
          statement.setString(3, after.toString());
          Instants.set(statement, 4, now);
          statement.setInt(5, limit);
        },
        PostgresTimers::timers);
  }

  @Override
  public void markFired(List<Timer> fired, Instant at) {
    statements.update(
        MARK,
        (db, statement) -> {
          Instants.set(statement, 1, at);
          new Columns<>(fired)
              .add("uuid", t -> t.key().intent().value())
              .add("text", t -> t.key().kind().name())
              .add("int8", Timer::generation)
              .bind(db, statement, 2);
        });
  }

  @Override
  public @Nullable Instant nextDue(Collection<Integer> partitions) {
    Optional<Instant> next =
        statements.query(
            NEXT,
            (db, statement) -> statement.setArray(1, Columns.array(db, "int4", partitions, p -> p)),
            row -> Optional.ofNullable(row.next() ? Instants.get(row, 1) : null));
    return next.orElse(null);
  }

  @Override
  public Figures figures(Collection<Integer> partitions, Instant now) {
    return statements.query(
        FIGURES + " and partition = any(?::int[])",
        (db, statement) -> {
          Instants.set(statement, 1, now);
          statement.setArray(2, Columns.array(db, "int4", partitions, p -> p));
        },
        PostgresTimers::figures);
  }

  @Override
  public Figures figures(Instant now) {
    return statements.query(
        FIGURES, (db, statement) -> Instants.set(statement, 1, now), PostgresTimers::figures);
  }

  private static Figures figures(ResultSet row) throws SQLException {
    row.next();
    return new Figures(row.getLong(1), row.getLong(2), Instants.get(row, 3));
  }

  private static List<Timer> timers(ResultSet row) throws SQLException {
    List<Timer> timers = new ArrayList<>();
    while (row.next()) {
      TimerKey key =
          new TimerKey(
              new IntentId(row.getObject(1, UUID.class)), TimerKind.valueOf(row.getString(2)));
      Instant dueAt = Objects.requireNonNull(Instants.get(row, 5));
      timers.add(new Timer(key, row.getInt(3), row.getLong(4), dueAt));
    }
    return timers;
  }
}
