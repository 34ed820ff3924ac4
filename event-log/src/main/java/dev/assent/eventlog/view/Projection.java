package dev.assent.eventlog.view;

import dev.assent.eventlog.append.LogRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** What a service that only follows the log does with facts: the business half of a view. */
public interface Projection {

  /**
   * Writes what these facts of one partition change, in order, with few statements. The loop stores
   * the position in the same transaction, and never hands over the same fact twice unless the
   * transaction was rolled back.
   */
  void apply(Connection db, int partition, List<LogRecord> facts) throws SQLException;

  /** Called when these partitions have been applied up to the moment they were assigned. */
  default void owned(Collection<Integer> partitions) {}

  /** Called when these partitions belong to another instance, or may. */
  default void released(Collection<Integer> partitions) {}
}
