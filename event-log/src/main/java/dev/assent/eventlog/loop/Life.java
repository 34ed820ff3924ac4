package dev.assent.eventlog.loop;

import java.sql.SQLException;

/** One life of a loop, from joining its group to its first fault or its stop. */
sealed interface Life extends AutoCloseable permits WriterLoop, ProjectionLoop, NotaryLoop {

  /**
   * Joins the group, unless its view is another one by now: what it cannot work on, others keep.
   *
   * @throws dev.assent.eventlog.postgres.ViewReplacedException then; no other life may follow
   */
  void open() throws SQLException;

  void turn() throws SQLException;

  /** Whether the view of what it owns has caught up. */
  boolean isRecovered();

  /** From any thread, more than once: this life ends soon, and no other follows it here. */
  void stop();

  @Override
  void close();
}
