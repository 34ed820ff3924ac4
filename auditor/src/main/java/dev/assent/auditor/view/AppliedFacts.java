package dev.assent.auditor.view;

import dev.assent.auditor.log.IdTable;
import dev.assent.auditor.log.Places;
import dev.assent.contract.envelope.UnreadableRecordException;
import dev.assent.contract.json.EventCodec;
import dev.assent.eventlog.append.LogRecord;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Predicate;

/** Which facts behind its position the live view of a deciding service has in it already. */
final class AppliedFacts implements Predicate<LogRecord> {

  private final LiveViews live;
  private final String states;

  /** The sequence of each intent that was asked for, and one more: there is one that has none. */
  private final IdTable known = new IdTable();

  AppliedFacts(LiveViews live, String states) {
    this.live = live;
    this.states = states;
  }

  @Override
  public boolean test(LogRecord fact) {
    try {
      String intent = EventCodec.envelope(Places.wire(fact)).intentId().toString();
      return EventCodec.sequence(Places.wire(fact)) <= sequence(intent);
    } catch (UnreadableRecordException e) {
      return false;
    }
  }

  private int sequence(String intent) {
    int found = known.get(intent);
    if (found == IdTable.NONE) {
      found = ask(intent) + 1;
      known.put(intent, found);
    }
    return found - 1;
  }

  private int ask(String intent) {
    try (PreparedStatement select =
        live.connection()
            .prepareStatement("select sequence from " + states + " where intent_id = ?")) {
      select.setObject(1, UUID.fromString(intent));
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? row.getInt(1) : 0;
      }
    } catch (SQLException e) {
      throw new IllegalStateException("the states cannot be read: " + e.getMessage(), e);
    }
  }
}
