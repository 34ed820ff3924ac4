package dev.assent.auditor.view;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;

/**
 * The views of all services as they stood at one moment: rows and positions in one snapshot of the
 * database, which lasts as long as the audit does.
 */
public final class LiveViews implements AutoCloseable {

  private static final int ROWS_AT_ONCE = 2_000;

  private final Connection connection;
  private final Map<String, Map<Integer, Long>> positions = new HashMap<>();

  private LiveViews(Connection connection) {
    this.connection = connection;
  }

  /**
   * Fixes the moment.
   *
   * @param schemas of the views
   * @throws IllegalStateException if the database does not answer, or lacks one of them
   */
  public static LiveViews open(DataSource database, List<String> schemas) {
    try {
      LiveViews views = new LiveViews(database.getConnection());
      views.begin(schemas);
      return views;
    } catch (SQLException e) {
      throw new IllegalStateException(
          "Expected the views of Assent, but the database says: " + e.getMessage(), e);
    }
  }

  private void begin(List<String> schemas) throws SQLException {
    connection.setReadOnly(true);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    connection.setAutoCommit(false);
    for (String schema : schemas) {
      Map<Integer, Long> found = new HashMap<>();
      query(
          "select partition, next_offset from " + schema + ".view_position",
          row -> found.put(row.getInt(1), row.getLong(2)));
      positions.put(schema, found);
    }
  }

  /** The offset of the first event of this partition that the view has not seen. */
  public long position(String schema, int partition) {
    return positions.getOrDefault(schema, Map.of()).getOrDefault(partition, 0L);
  }

  /** Reads one row. */
  public interface Reader {
    void read(ResultSet row) throws SQLException;
  }

  /** Hands over the rows of a query, holding few of them at a time. */
  public void query(String sql, Reader reader) throws SQLException {
    query(connection, sql, reader);
  }

  static void query(Connection db, String sql, Reader reader) throws SQLException {
    try (Statement statement = db.createStatement()) {
      statement.setFetchSize(ROWS_AT_ONCE);
      try (ResultSet rows = statement.executeQuery(sql)) {
        while (rows.next()) {
          reader.read(rows);
        }
      }
    }
  }

  Connection connection() {
    return connection;
  }

  @Override
  public void close() {
    try (connection) {
      connection.rollback();
    } catch (SQLException e) {
      throw new IllegalStateException("the snapshot cannot be ended: " + e.getMessage(), e);
    }
  }
}
