package dev.assent.eventlog.loop;

import dev.assent.eventlog.append.Append;
import dev.assent.eventlog.append.LogHeaders;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.kafka.Topics;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The smallest business there is: numbers are added to a key; "bug" throws, "deep" uses up the
 * stack, "huge" becomes more than a record holds, "odd" is refused, "5@3" is refused by a key that
 * has not come to its third event, "wait" keeps the loop until it may go on, and "error" ends its
 * life as often as {@link #errors} says.
 */
final class Sums implements Processor<Sums.Sum, String> {

  static final String SCHEMA_SQL =
      "create table sums.sum (key text primary key, sequence bigint not null, total bigint not"
          + " null, quarantined boolean not null)";

  /** How many of the next writes fail, after their facts are in the log. */
  final AtomicInteger writesToFail = new AtomicInteger();

  final AtomicInteger errors = new AtomicInteger();

  /** Holds the loop at an input "wait". */
  final Semaphore mayGoOn = new Semaphore(0);

  private final Topics topics;

  Sums(Topics topics) {
    this.topics = topics;
  }

  record Sum(String key, long sequence, long total, boolean quarantined) {}

  @Override
  public String keyOf(LogRecord record) {
    String key = record.key();
    return key == null ? "nobody" : key;
  }

  @Override
  public boolean isEarly(Sum state, LogRecord input) {
    String text = text(input);
    int at = text.indexOf('@');
    return at >= 0 && state.sequence() < Long.parseLong(text.substring(at + 1));
  }

  @Override
  public Sum initial(String key) {
    return new Sum(key, 0, 0, false);
  }

  @Override
  public Turn<Sum, String> take(Sum state, LogRecord record) {
    if (record.topic().equals(topics.events())) {
      return apply(state, record);
    }
    String text = text(record);
    if (text.equals("wait")) {
      mayGoOn.acquireUninterruptibly();
      return Turn.unchanged(state);
    }
    if (state.quarantined() || isEarly(state, record) || text.equals("odd")) {
      return new Turn<>(state, List.of(append(topics.refusals(), state, record, 0)), List.of());
    }
    switch (text) {
      case "bug" -> throw new IllegalStateException("a bug");
      case "deep" -> throw new StackOverflowError();
      case "huge" -> {
        byte[] huge = new byte[1_100_000];
        return new Turn<>(
            state, List.of(new Append(topics.events(), state.key(), Map.of(), huge)), List.of());
      }
      case "error" -> {
        if (errors.getAndDecrement() > 0) {
          throw new LinkageError("a class that is not there");
        }
        return Turn.unchanged(state);
      }
      default -> {
        // A number.
      }
    }
    long number = Long.parseLong(text.split("@")[0]);
    Sum next = new Sum(state.key(), state.sequence() + 2, state.total() + number, false);
    return new Turn<>(
        next,
        List.of(
            append(topics.events(), withSequence(state, state.sequence() + 1), record, 0),
            append(topics.events(), next, record, number)),
        List.of());
  }

  @Override
  public Turn<Sum, String> apply(Sum state, LogRecord fact) {
    long sequence = Long.parseLong(fact.headers().getOrDefault("seq", "0"));
    if (sequence <= state.sequence()) {
      return Turn.unchanged(state);
    }
    if (sequence != state.sequence() + 1) {
      throw new IllegalStateException("a hole before " + sequence);
    }
    long number = Long.parseLong(text(fact));
    return new Turn<>(
        new Sum(state.key(), sequence, state.total() + number, false), List.of(), List.of());
  }

  @Override
  public Turn<Sum, String> quarantine(Sum state, LogRecord record, RuntimeException error) {
    return new Turn<>(
        new Sum(state.key(), state.sequence(), state.total(), true),
        List.of(append(topics.refusals(), state, record, 0)),
        List.of());
  }

  private static String text(LogRecord record) {
    return new String(record.value(), StandardCharsets.UTF_8);
  }

  private static Sum withSequence(Sum state, long sequence) {
    return new Sum(state.key(), sequence, state.total(), false);
  }

  private static Append append(String topic, Sum state, LogRecord cause, long number) {
    return new Append(
        topic,
        state.key(),
        Map.of(
            "seq",
            Long.toString(state.sequence()),
            LogHeaders.CAUSE,
            cause.headers().getOrDefault(LogHeaders.ID, "?")),
        Long.toString(number).getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public Map<String, Sum> load(Connection db, Collection<String> keys) throws SQLException {
    Map<String, Sum> found = new HashMap<>();
    try (PreparedStatement select =
        db.prepareStatement(
            "select key, sequence, total, quarantined from sums.sum where key = any(?)")) {
      select.setArray(1, db.createArrayOf("text", keys.toArray()));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          found.put(
              rows.getString(1),
              new Sum(rows.getString(1), rows.getLong(2), rows.getLong(3), rows.getBoolean(4)));
        }
      }
    }
    return found;
  }

  @Override
  public void write(Connection db, Map<String, Sum> states, List<String> rows) throws SQLException {
    if (writesToFail.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new SQLException("the database went away between the two commits");
    }
    try (PreparedStatement upsert =
        db.prepareStatement(
            "insert into sums.sum select * from unnest(?::text[], ?::bigint[], ?::bigint[],"
                + " ?::boolean[]) on conflict (key) do update set sequence = excluded.sequence,"
                + " total = excluded.total, quarantined = excluded.quarantined where sum.sequence"
                + " <= excluded.sequence")) {
      var all = List.copyOf(states.values());
      upsert.setArray(1, db.createArrayOf("text", all.stream().map(Sum::key).toArray()));
      upsert.setArray(2, db.createArrayOf("int8", all.stream().map(Sum::sequence).toArray()));
      upsert.setArray(3, db.createArrayOf("int8", all.stream().map(Sum::total).toArray()));
      upsert.setArray(4, db.createArrayOf("bool", all.stream().map(Sum::quarantined).toArray()));
      upsert.executeUpdate();
    }
  }
}
