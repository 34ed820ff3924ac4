package dev.assent.eventlog.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;

/**
 * How far a view has come: for each partition the offset of the next fact to apply. Whoever reads
 * or moves a position is told if the view is no longer the one that was opened; in a transaction,
 * what was written before is then undone.
 */
public final class Positions {

  private final String schema;
  private final UUID life;
  private final String select;
  private final String advance;
  private final String exchange;

  public Positions(OpenView view) {
    schema = view.schema();
    life = view.life();
    select =
        """
        select coalesce(p.next_offset, 0)
        from %1$s.view_definition v left join %1$s.view_position p on p.partition = ?
        where v.life = ?"""
            .formatted(schema);
    String move =
        """
        with view as (select from %1$s.view_definition where life = ?),
        moved as (
          insert into %1$s.view_position as p (partition, next_offset)
          select partition, next_offset
          from unnest(?::int[], ?::bigint[]) as u(partition, next_offset), view
          on conflict (partition) do update set next_offset = excluded.next_offset
          where p.next_offset %2$s
          returning partition)
        select (select count(*) from view), (select count(*) from moved)""";
    advance = move.formatted(schema, "< excluded.next_offset");
    exchange = move.formatted(schema, "= ?");
  }

  /**
   * The view is still the one that was opened.
   *
   * @throws ViewReplacedException if not
   */
  public void requireSameView(Connection connection) throws SQLException {
    read(connection, 0);
  }

  /**
   * 0 for a partition of which nothing was applied.
   *
   * @throws ViewReplacedException if the view was made anew
   */
  public long read(Connection connection, int partition) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(select)) {
      statement.setInt(1, partition);
      statement.setObject(2, life);
      try (ResultSet row = statement.executeQuery()) {
        if (!row.next()) {
          throw new ViewReplacedException(schema);
        }
        return row.getLong(1);
      }
    }
  }

  /**
   * Moves forward, never back.
   *
   * @throws ViewReplacedException if the view was made anew
   */
  public void advance(Connection connection, Map<Integer, Long> next) throws SQLException {
    if (next.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = connection.prepareStatement(advance)) {
      move(connection, statement, next);
    }
  }

  /**
   * Moves from one offset to another.
   *
   * @return false if the position is no longer the expected one: another owner moved it
   * @throws ViewReplacedException if the view was made anew
   */
  public boolean exchange(Connection connection, int partition, long expected, long next)
      throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(exchange)) {
      statement.setLong(4, expected);
      return move(connection, statement, Map.of(partition, next)) == 1;
    }
  }

  /** Returns how many positions moved. */
  private long move(Connection connection, PreparedStatement statement, Map<Integer, Long> next)
      throws SQLException {
    statement.setObject(1, life);
    new Columns<>(next.entrySet())
        .add("int4", Map.Entry::getKey)
        .add("int8", Map.Entry::getValue)
        .bind(connection, statement, 2);
    try (ResultSet row = statement.executeQuery()) {
      row.next();
      if (row.getLong(1) == 0) {
        throw new ViewReplacedException(schema);
      }
      return row.getLong(2);
    }
  }
}
