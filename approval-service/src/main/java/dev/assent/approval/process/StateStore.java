package dev.assent.approval.process;

import dev.assent.approval.projection.ApprovalRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where states and rows are kept: whole batches, one statement a table. */
public interface StateStore {

  /** The stored states of these keys; keys without one, and those that are no ids, are left out. */
  Map<String, ApprovalState> load(Connection db, Collection<String> keys) throws SQLException;

  /** Writes a batch; what is newer in the view stays. */
  void write(Connection db, Collection<ApprovalState> states, List<ApprovalRow> rows)
      throws SQLException;
}
