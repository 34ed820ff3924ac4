package dev.assent.timer.postgres;

import dev.assent.eventlog.postgres.Columns;
import dev.assent.eventlog.postgres.Writes;
import dev.assent.timer.domain.Timer;
import dev.assent.timer.domain.TimerChanges;
import dev.assent.timer.domain.TimerChanges.Cancelled;
import dev.assent.timer.kafka.TimerWriter;
import java.sql.Connection;
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
    Writes writes = new Writes();
    arm(writes, changes.armed());
    cancel(writes, changes.cancelled());
    writes.execute(db);
  }

  private static void arm(Writes writes, List<Timer> timers) {
    writes.add(
        ARM,
        new Columns<>(timers)
            .add("uuid", t -> t.key().intent().value())
            .add("text", t -> t.key().kind().name())
            .add("int4", Timer::partition)
            .add("int8", Timer::generation)
            .add("timestamptz", Timer::dueAt));
  }

  private static void cancel(Writes writes, List<Cancelled> gone) {
    writes.add(
        CANCEL,
        new Columns<>(gone)
            .add("uuid", c -> c.key().intent().value())
            .add("text", c -> c.key().kind().name())
            .add("int8", Cancelled::sequence));
  }
}
