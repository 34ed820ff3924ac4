package dev.assent.eventlog.postgres;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Instants as the driver takes and gives them. */
public final class Instants {

  private Instants() {}

  /** Cut to microseconds: the driver would round, and a now that is rounded up is early. */
  public static void set(PreparedStatement statement, int index, Instant instant)
      throws SQLException {
    statement.setObject(index, instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC));
  }

  public static @Nullable Instant get(ResultSet row, int index) throws SQLException {
    OffsetDateTime value = row.getObject(index, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }

  public static @Nullable Instant get(ResultSet row, String column) throws SQLException {
    return get(row, row.findColumn(column));
  }
}
