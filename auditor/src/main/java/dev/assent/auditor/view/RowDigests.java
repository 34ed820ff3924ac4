package dev.assent.auditor.view;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The digests of a table's rows, by key, few at a time. */
final class RowDigests implements AutoCloseable {

  private static final int ROWS_AT_ONCE = 2_000;

  private final Statement statement;
  private final ResultSet rows;
  private @Nullable Row next;

  /** A row that is known by its key. */
  record Row(String key, String digest) {

    /** The order in which PostgreSQL gives them with collation C: that of the bytes. */
    int compareKey(Row other) {
      return Arrays.compareUnsigned(
          key.getBytes(StandardCharsets.UTF_8), other.key.getBytes(StandardCharsets.UTF_8));
    }
  }

  RowDigests(Connection db, TableShape table) throws SQLException {
    statement = db.createStatement();
    statement.setFetchSize(ROWS_AT_ONCE);
    rows = statement.executeQuery(table.digests());
    advance();
  }

  /** The row at hand; null after the last. */
  @Nullable Row peek() {
    return next;
  }

  void advance() throws SQLException {
    next = rows.next() ? new Row(rows.getString(1), rows.getString(2)) : null;
  }

  @Override
  public void close() throws SQLException {
    statement.close();
  }
}
