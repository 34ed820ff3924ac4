package dev.assent.eventlog.loop;

import dev.assent.eventlog.append.LogRecord;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * What a deciding service does with records: the business half of the {@link WriterLoop}. Called by
 * one thread, a batch at a time.
 *
 * @param <S> the state of one key; immutable
 * @param <R> a row of the view besides the state
 */
public interface Processor<S, R> {

  /**
   * The key whose state this record concerns. A record that cannot be read at all still gets one,
   * so that its refusal has a place: any text that no real key can be.
   */
  String keyOf(LogRecord record);

  /** The stored states of these keys, in one query; keys without one are left out. */
  Map<String, S> load(Connection db, Collection<String> keys) throws SQLException;

  /**
   * Whether this input is about something that the state does not hold yet, so that it will be
   * refused. The loop then first reads every fact that the sender can have seen.
   */
  default boolean isEarly(S state, LogRecord input) {
    return false;
  }

  /** The state of a key that has none yet. */
  S initial(String key);

  /**
   * Decides on a record that was not decided yet: an input, or a fact that another service wrote. A
   * fact may have been applied before (the log is read again after a crash); what is then still
   * owed to it must follow from the state. Throws for bugs only: the key is then quarantined.
   */
  Turn<S, R> take(S state, LogRecord record);

  /** Applies a fact while recovering or rebuilding: what it changes, and nothing that follows. */
  Turn<S, R> apply(S state, LogRecord fact);

  /**
   * What to do with a key for which {@link #take} or {@link #apply} threw: remember the error,
   * refuse the record, and refuse all that comes until a person looked at it.
   */
  Turn<S, R> quarantine(S state, LogRecord record, RuntimeException error);

  /**
   * Writes the states and rows of a batch, with one statement a table. Guarded by sequence: a row
   * that is newer stays. The loop stores the position in the same transaction.
   */
  void write(Connection db, Map<String, S> states, List<R> rows) throws SQLException;
}
