package dev.assent.notifier.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Instants and columns of a batch, as the driver takes them. */
final class Columns {

  private Columns() {}

  /** One column of many rows, for {@code unnest}. */
  static <T> Array array(
      Connection db, String type, Collection<T> rows, Function<T, @Nullable Object> column)
      throws SQLException {
    return db.createArrayOf(type, rows.stream().map(column).toArray());
  }

  /** Cut to microseconds: the driver would round, and a now that is rounded up is early. */
  static void set(PreparedStatement statement, int index, Instant instant) throws SQLException {
    statement.setObject(index, instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
  }
}
