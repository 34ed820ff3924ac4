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

  /**
   * A single column. What is no number goes as text, which the statement casts ({@code ?::uuid[]}):
   * the driver sends arrays of these three types in binary form, and an array in the other form is
   * escaped here and read there character by character.
   */
  public static <T> Array array(
      Connection db, String type, Collection<T> rows, Function<T, @Nullable Object> value)
      throws SQLException {
    return switch (type) {
      case "int4" -> db.createArrayOf(type, filled(new Integer[rows.size()], rows, value));
      case "int8" -> db.createArrayOf(type, filled(new Long[rows.size()], rows, value));
      default ->
          db.createArrayOf("text", filled(new String[rows.size()], rows, row -> text(value, row)));
    };
  }

  private static <T> @Nullable Object[] filled(
      @Nullable Object[] values, Collection<T> rows, Function<T, @Nullable Object> value) {
    int next = 0;
    for (T row : rows) {
      values[next++] = value.apply(row);
    }
    return values;
  }

  private static <T> @Nullable String text(Function<T, @Nullable Object> value, T row) {
    Object found = value.apply(row);
    return found == null ? null : found.toString();
  }
}
