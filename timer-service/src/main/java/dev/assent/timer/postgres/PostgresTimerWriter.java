package dev.assent.timer.postgres;

import dev.assent.timer.domain.Timer;
import dev.assent.timer.domain.TimerChanges;
import dev.assent.timer.domain.TimerChanges.Cancelled;
import dev.assent.timer.kafka.TimerWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/**
 * The projection's side of the table {@code timer.timers}: one statement for what is armed and one
 * for what is gone, both guarded by generation.
 */
public final class PostgresTimerWriter implements TimerWriter {

  private static final String ARM =
      """
      insert into timer.timers as t (intent_id, kind, partition, generation, due_at)
      select * from unnest(?::uuid[], ?::text[], ?::int[], ?::bigint[], ?::timestamptz[])
      on conflict (intent_id, kind) do update
      set partition = excluded.partition, generation = excluded.generation,
          due_at = excluded.due_at, fired_at = null
      where t.generation < excluded.generation""";

  private static final String CANCEL =
      """
      delete from timer.timers t
      using unnest(?::uuid[], ?::text[], ?::bigint[]) as c(intent_id, kind, sequence)
      where t.intent_id = c.intent_id and t.kind = c.kind and t.generation <= c.sequence""";

  @Override
  public void write(Connection db, TimerChanges changes) throws SQLException {
    arm(db, changes.armed());
    cancel(db, changes.cancelled());
  }

  private static void arm(Connection db, List<Timer> timers) throws SQLException {
    if (timers.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = db.prepareStatement(ARM)) {
      statement.setArray(1, Columns.array(db, "uuid", timers, t -> t.key().intent().value()));
      statement.setArray(2, Columns.array(db, "text", timers, t -> t.key().kind().name()));
      statement.setArray(3, Columns.array(db, "int4", timers, Timer::partition));
      statement.setArray(4, Columns.array(db, "int8", timers, Timer::generation));
      statement.setArray(5, Columns.array(db, "timestamptz", timers, Timer::dueAt));
      statement.executeUpdate();
    }
  }

  private static void cancel(Connection db, List<Cancelled> gone) throws SQLException {
    if (gone.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = db.prepareStatement(CANCEL)) {
      statement.setArray(1, Columns.array(db, "uuid", gone, c -> c.key().intent().value()));
      statement.setArray(2, Columns.array(db, "text", gone, c -> c.key().kind().name()));
      statement.setArray(3, Columns.array(db, "int8", gone, Cancelled::sequence));
      statement.executeUpdate();
    }
  }
}
