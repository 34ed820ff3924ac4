package dev.assent.auditor.view;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A database beside the one that is audited, for views that are written anew. The projections name
 * their schemas, and here these are other ones: nothing that goes wrong can reach a live row.
 *
 * <p>It is dropped at the end. What a crash left of it is known by its name, and replaced.
 */
final class ScratchDatabase implements AutoCloseable {

  private final Connection beside;
  private final String name;
  private final PGSimpleDataSource source;

  private ScratchDatabase(Connection beside, String name, PGSimpleDataSource source) {
    this.beside = beside;
    this.name = name;
    this.source = source;
  }

  /**
   * Makes it.
   *
   * @throws IllegalStateException if another audit has one, or the user may make none
   */
  static ScratchDatabase beside(PGSimpleDataSource audited) {
    String name = "assent_audit_of_" + audited.getDatabaseName();
    try {
      Connection beside = audited.getConnection();
      try {
        requireAlone(beside);
        execute(beside, "drop database if exists " + quoted(name) + " with (force)");
        execute(beside, "create database " + quoted(name) + " template template0 encoding 'UTF8'");
        return new ScratchDatabase(beside, name, named(audited, name));
      } catch (SQLException | RuntimeException e) {
        beside.close();
        throw e;
      }
    } catch (SQLException e) {
      throw new IllegalStateException(
          "Expected to make the database "
              + name
              + " for the views that the log gives, but the server says: "
              + e.getMessage()
              + "; the user needs the right to create databases",
          e);
    }
  }

  private static void requireAlone(Connection db) throws SQLException {
    try (Statement lock = db.createStatement();
        ResultSet row =
            lock.executeQuery("select pg_try_advisory_lock(hashtext('assent-audit'))")) {
      row.next();
      if (!row.getBoolean(1)) {
        throw new IllegalStateException("Another audit of these views is under way");
      }
    }
  }

  private static PGSimpleDataSource named(PGSimpleDataSource audited, String name) {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setUrl(audited.getUrl());
    source.setUser(audited.getUser());
    source.setPassword(audited.getPassword());
    source.setDatabaseName(name);
    return source;
  }

  PGSimpleDataSource source() {
    return source;
  }

  private static void execute(Connection db, String sql) throws SQLException {
    try (Statement statement = db.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String quoted(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  @Override
  public void close() {
    try (beside) {
      execute(beside, "drop database if exists " + quoted(name) + " with (force)");
    } catch (SQLException e) {
      throw new IllegalStateException(
          "the database " + name + " cannot be dropped: " + e.getMessage(), e);
    }
  }
}
