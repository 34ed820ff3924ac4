package dev.assent.intake.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of one statement, column by column: what {@code unnest} takes. */
final class Columns<T> {

  private final Connection db;
  private final PreparedStatement statement;
  private final List<T> rows;
  private int next = 1;

  Columns(Connection db, PreparedStatement statement, List<T> rows) {
    this.db = db;
    this.statement = statement;
    this.rows = rows;
  }

  /**
   * The next column.
   *
   * @param type PostgreSQL's name for it
   */
  Columns<T> with(String type, Function<T, @Nullable Object> value) throws SQLException {
    Object[] column = new Object[rows.size()];
    for (int i = 0; i < column.length; i++) {
      column[i] = value.apply(rows.get(i));
    }
    statement.setArray(next++, db.createArrayOf(type, column));
    return this;
  }
}
