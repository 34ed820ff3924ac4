package dev.assent.auditor.view;

import dev.assent.auditor.check.ArmedTimer;
import dev.assent.auditor.check.ArmedTimers;
import dev.assent.auditor.log.Part;
import dev.assent.eventlog.postgres.Instants;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Consumer;

/** The rows of the clock. */
public final class LiveTimers implements ArmedTimers {

  private static final String SCHEMA = "timer";

  private final LiveViews views;

  public LiveTimers(LiveViews views) {
    this.views = views;
  }

  @Override
  public long position(int partition) {
    return views.position(SCHEMA, partition);
  }

  @Override
  public void read(Part part, Consumer<ArmedTimer> to) {
    try {
      views.query(
          "select intent_id, kind, generation, due_at from timer.timers where partition = "
              + part.partition(),
          row -> {
            String intent = row.getString(1);
            if (part.holds(intent)) {
              Instant dueAt = Objects.requireNonNull(Instants.get(row, 4));
              to.accept(new ArmedTimer(intent, row.getString(2), row.getLong(3), dueAt));
            }
          });
    } catch (SQLException e) {
      throw new IllegalStateException("the timers cannot be read: " + e.getMessage(), e);
    }
  }
}
