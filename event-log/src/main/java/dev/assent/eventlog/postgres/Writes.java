package dev.assent.eventlog.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Statements that go to the database together, in order: however many tables a batch touches, it
 * waits for one answer.
 */
public final class Writes {

  private final List<String> statements = new ArrayList<>();
  private final List<Columns<?>> parameters = new ArrayList<>();

  /** A statement whose parameters are these columns; left out if they have no row. */
  public <T> void add(String sql, Columns<T> columns) {
    if (!columns.isEmpty()) {
      statements.add(sql);
      parameters.add(columns);
    }
  }

  /** Runs all of them; does nothing if there is none. */
  public void execute(Connection db) throws SQLException {
    if (statements.isEmpty()) {
      return;
    }
    try (PreparedStatement all = db.prepareStatement(String.join(";\n", statements))) {
      int next = 1;
      for (Columns<?> each : parameters) {
        next = each.bind(db, all, next);
      }
      all.execute();
    }
  }
}
