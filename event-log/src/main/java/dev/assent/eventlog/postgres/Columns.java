package dev.assent.eventlog.postgres;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one statement, column by column: what {@code unnest} takes. A batch costs one
 * statement a table, however many rows it has.
 */
public final class Columns<T> {

  private final Collection<T> rows;
  private final List<Parameter<T>> parameters = new ArrayList<>();

  private record Parameter<T>(String type, Function<T, @Nullable Object> value) {}

  public Columns(Collection<T> rows) {
    this.rows = rows;
  }

  /**
   * The next column.
   *
   * @param type PostgreSQL's name for it
   */
  public Columns<T> add(String type, Function<T, @Nullable Object> value) {
    parameters.add(new Parameter<>(type, value));
    return this;
  }

  boolean isEmpty() {
    return rows.isEmpty();
  }

  /**
   * The columns as parameters of a statement, from this index on.
   *
   * @return the index after them
   */
  public int bind(Connection db, PreparedStatement statement, int first) throws SQLException {
    int next = first;
    for (Parameter<T> each : parameters) {
      statement.setArray(next++, array(db, each.type(), rows, each.value()));
    }
    return next;
  }

  /** A single column. */
  public static <T> Array array(
      Connection db, String type, Collection<T> rows, Function<T, @Nullable Object> value)
      throws SQLException {
    @Nullable Object[] values = new Object[rows.size()];
    int next = 0;
    for (T row : rows) {
      values[next++] = value.apply(row);
    }
    return db.createArrayOf(type, values);
  }
}
