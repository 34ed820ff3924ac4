package dev.assent.eventlog.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;

/** How far a view has come: for each partition the offset of the next fact to apply. */
public final class Positions {

  private final String select;
  private final String advance;
  private final String exchange;

  public Positions(String schema) {
    String table = schema + ".view_position";
    select = "select next_offset from " + table + " where partition = ?";
    advance =
        "insert into "
            + table
            + " (partition, next_offset) select * from unnest(?::int[], ?::bigint[])"
            + " on conflict (partition) do update set next_offset = excluded.next_offset"
            + " where view_position.next_offset < excluded.next_offset";
    exchange =
        "insert into "
            + table
            + " (partition, next_offset) values (?, ?)"
            + " on conflict (partition) do update set next_offset = excluded.next_offset"
            + " where view_position.next_offset = ?";
  }

  /** 0 for a partition of which nothing was applied. */
  public long read(Connection connection, int partition) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(select)) {
      statement.setInt(1, partition);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  /** Moves forward, never back. */
  public void advance(Connection connection, Map<Integer, Long> next) throws SQLException {
    if (next.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(advance)) {
      statement.setArray(1, connection.createArrayOf("int4", next.keySet().toArray()));
      statement.setArray(2, connection.createArrayOf("int8", next.values().toArray()));
      statement.executeUpdate();
    }
  }

  /**
   * Moves from one offset to another.
   *
   * @return false if the position is no longer the expected one: another owner moved it
   */
  public boolean exchange(Connection connection, int partition, long expected, long next)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(exchange)) {
      statement.setInt(1, partition);
      statement.setLong(2, next);
      statement.setLong(3, expected);
      return statement.executeUpdate() == 1;
    }
  }
}
