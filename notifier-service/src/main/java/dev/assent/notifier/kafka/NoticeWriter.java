package dev.assent.notifier.kafka;

import dev.assent.notifier.domain.NoticeChanges;
import java.sql.Connection;
import java.sql.SQLException;

/** Where the changes of a batch go. */
public interface NoticeWriter {

  /** Writes them inside the transaction of this connection. Doing so twice changes nothing more. */
  void write(Connection db, NoticeChanges changes) throws SQLException;
}
