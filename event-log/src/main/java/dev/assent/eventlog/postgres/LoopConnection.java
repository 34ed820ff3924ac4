package dev.assent.eventlog.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one connection of a loop. Its commits do not wait for PostgreSQL's disk: what a power cut
 * takes from a view, the log gives back. And its statements always go by index: each names a few
 * rows by key, and a plan that was made when the table was small would read all of it later.
 *
 * <p>Whoever falls asleep in a transaction is cut off by the database: the next owner writes the
 * same rows, and must not wait for the one before to wake.
 */
public final class LoopConnection implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(LoopConnection.class);

  private final DataSource database;
  private @Nullable Connection connection;

  public LoopConnection(DataSource database) {
    this.database = database;
  }

  /** Work in one transaction. */
  public interface Work<T> {
    T in(Connection connection) throws SQLException;
  }

  /** Runs the work and commits; rolls back and gives the connection up if it throws. */
  public <T> T transaction(Work<T> work) throws SQLException {
    Connection open = open();
    try {
      T result = work.in(open);
      open.commit();
      return result;
    } catch (SQLException | RuntimeException e) {
      close();
      throw e;
    }
  }

  /** Runs work that only reads: without a transaction, and so without waiting for its end. */
  public <T> T read(Work<T> work) throws SQLException {
    Connection open = open();
    try {
      open.setAutoCommit(true);
      T result = work.in(open);
      open.setAutoCommit(false);
      return result;
    } catch (SQLException | RuntimeException e) {
      close();
      throw e;
    }
  }

  private Connection open() throws SQLException {
    Connection open = connection;
    if (open == null) {
      open = database.getConnection();
      connection = open;
      try {
        prepare(open);
      } catch (SQLException e) {
        // A pool may hold connections that were cut off, and must have this one back.
        close();
        throw e;
      }
    }
    return open;
  }

  private static void prepare(Connection fresh) throws SQLException {
    try (Statement set = fresh.createStatement()) {
      set.execute(
          "set synchronous_commit to off; set enable_seqscan to off;"
              + " set enable_hashjoin to off; set enable_mergejoin to off;"
              + " set idle_in_transaction_session_timeout to '10s'");
    }
    fresh.setAutoCommit(false);
  }

  @Override
  public void close() {
    Connection open = connection;
    connection = null;
    if (open == null) {
      return;
    }
    try (open) {
      if (!open.getAutoCommit()) {
        open.rollback();
      }
      open.setAutoCommit(true);
      try (Statement reset = open.createStatement()) {
        reset.execute(
            "reset synchronous_commit; reset enable_seqscan;"
                + " reset enable_hashjoin; reset enable_mergejoin;"
                + " reset idle_in_transaction_session_timeout");
      }
    } catch (SQLException e) {
      LOG.debug("a connection was gone before it was closed", e);
    }
  }
}
