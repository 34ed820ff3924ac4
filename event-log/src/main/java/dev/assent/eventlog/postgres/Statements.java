package dev.assent.eventlog.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** One statement on a connection of its own, outside the loops, and what its failure becomes. */
public final class Statements {

  private final DataSource database;
  private final String subject;

  /**
   * @param subject what they are about, for whoever reads of a failure
   */
  public Statements(DataSource database, String subject) {
    this.database = database;
    this.subject = subject;
  }

  /** Fills in the parameters. */
  public interface Binder {
    void bind(Connection db, PreparedStatement statement) throws SQLException;
  }

  /** Reads the rows. */
  public interface Reader<T> {
    T read(ResultSet rows) throws SQLException;
  }

  private interface Work<T> {
    T with(PreparedStatement statement) throws SQLException;
  }

  /** Reads. */
  public <T> T query(String sql, Binder parameters, Reader<T> reader) {
    try (Connection db = database.getConnection()) {
      return run(db, sql, parameters, statement -> rows(statement, reader));
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  /** Writes, and reads what the statement returns. */
  public <T> T updateReturning(String sql, Binder parameters, Reader<T> reader) {
    return inTransaction(sql, parameters, statement -> rows(statement, reader));
  }

  /** Writes. */
  public void update(String sql, Binder parameters) {
    inTransaction(sql, parameters, PreparedStatement::executeUpdate);
  }

  /** The commit does not wait for the disk: what a power cut takes is done once more. */
  private <T> T inTransaction(String sql, Binder parameters, Work<T> work) {
    try (Connection db = database.getConnection()) {
      db.setAutoCommit(false);
      try (Statement relax = db.createStatement()) {
        relax.execute("set local synchronous_commit to off");
        T result = run(db, sql, parameters, work);
        db.commit();
        db.setAutoCommit(true);
        return result;
      } catch (SQLException | RuntimeException e) {
        rollBack(db, e);
        throw e;
      }
    } catch (SQLException e) {
      throw failure(e);
    }
  }

  private static void rollBack(Connection db, Exception cause) {
    try {
      db.rollback();
      db.setAutoCommit(true);
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }

  private static <T> T run(Connection db, String sql, Binder parameters, Work<T> work)
      throws SQLException {
    try (PreparedStatement statement = db.prepareStatement(sql)) {
      parameters.bind(db, statement);
      return work.with(statement);
    }
  }

  private static <T> T rows(PreparedStatement statement, Reader<T> reader) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      return reader.read(rows);
    }
  }

  private IllegalStateException failure(SQLException e) {
    return new IllegalStateException(
        "Expected an answer about " + subject + ", but the database says: " + e.getMessage(), e);
  }
}
