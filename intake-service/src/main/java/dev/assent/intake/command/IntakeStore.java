package dev.assent.intake.command;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where the processor keeps what it knows. */
public interface IntakeStore {

  /** The states of these intents, in one query; keys that are no intent's are left out. */
  Map<String, IntakeState> load(Connection db, Collection<String> keys) throws SQLException;

  /** Writes states and rows, one statement a table; what is newer stays. */
  void write(Connection db, Map<String, IntakeState> states, List<IntakeRow> rows)
      throws SQLException;
}
