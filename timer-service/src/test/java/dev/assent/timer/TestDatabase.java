package dev.assent.timer;

import dev.assent.eventlog.postgres.ViewSchema;
import dev.assent.testbackends.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** A real PostgreSQL with the schema of the clock. */
public final class TestDatabase implements AutoCloseable {

  private final TestPostgres server;
  private final DataSource source;

  public TestDatabase(Path folder) {
    server = TestPostgres.start(folder);
    source = server.dataSource();
  }

  public DataSource source() {
    return source;
  }

  /** Drops the schema, if there is one, and makes it again: empty. */
  public void makeAnew() throws Exception {
    execute("drop schema if exists timer cascade");
    ViewSchema.open(source, "timer", TestDatabase.class);
  }

  public void execute(String sql) throws Exception {
    try (Connection db = source.getConnection();
        Statement statement = db.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The rows as text, columns separated by blanks. */
  public List<String> rows(String sql) throws Exception {
    List<String> rows = new ArrayList<>();
    try (Connection db = source.getConnection();
        Statement statement = db.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          columns.add(row.getString(i));
        }
        rows.add(String.join(" ", columns));
      }
    }
    return rows;
  }

  @Override
  public void close() {
    server.close();
  }
}
