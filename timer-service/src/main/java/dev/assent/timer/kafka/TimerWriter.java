package dev.assent.timer.kafka;

import dev.assent.timer.domain.TimerChanges;
import java.sql.Connection;
import java.sql.SQLException;

/** Where the changes of a batch go. */
public interface TimerWriter {

  /** Writes them inside the transaction of this connection. Doing so twice changes nothing more. */
  void write(Connection db, TimerChanges changes) throws SQLException;
}
