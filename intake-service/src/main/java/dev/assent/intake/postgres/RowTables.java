package dev.assent.intake.postgres;

import dev.assent.eventlog.postgres.Columns;
import dev.assent.intake.command.IntakeRow;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The tables that hold rows beside the intents: written once, never changed but for an answer. */
final class RowTables {

  private static final String EVENTS =
      """
      insert into intake.intent_events (
        intent_id, sequence, at, type, source, correlation_id, causation_id, body)
      select * from unnest(
        ?::uuid[], ?::bigint[], ?::timestamptz[], ?::text[], ?::text[], ?::text[], ?::text[],
        ?::json[])
      on conflict do nothing
      """;

  private static final String PARTIES =
      """
      insert into intake.parties (name, created_at, intent_id)
      select * from unnest(?::text[], ?::timestamptz[], ?::uuid[])
      on conflict do nothing
      """;

  /** Numbers are given in the order of the log; {@link #LOCK} makes it that of the commits too. */
  private static final String DELIVERIES =
      """
      insert into intake.agent_deliveries (seq, agent, intent_id, sequence, step, attempt, answered)
      select nextval('intake.delivery_seq'), d.agent, d.intent_id, d.sequence, d.step, d.attempt,
        false
      from unnest(?::text[], ?::uuid[], ?::bigint[], ?::text[], ?::int[])
        with ordinality as d (agent, intent_id, sequence, step, attempt, place)
      order by d.place
      on conflict do nothing
      """;

  private static final String ANSWERED =
      """
      update intake.agent_deliveries d set answered = true
      from (select intent_id, max(sequence) as sequence
            from unnest(?::uuid[], ?::bigint[]) as a (intent_id, sequence)
            group by intent_id) a
      where d.intent_id = a.intent_id and d.sequence < a.sequence and not d.answered
      """;

  /** A reader that has seen a number must never find a smaller one later. */
  private static final String LOCK =
      "select pg_advisory_xact_lock(hashtext('assent-intake-deliveries'))";

  private RowTables() {}

  static void write(Connection db, List<IntakeRow> rows) throws SQLException {
    List<IntakeRow.Event> events = new ArrayList<>(rows.size());
    List<IntakeRow.Party> parties = new ArrayList<>();
    List<IntakeRow.Delivery> deliveries = new ArrayList<>();
    List<IntakeRow.Answered> answered = new ArrayList<>();
    for (IntakeRow row : rows) {
      switch (row) {
        case IntakeRow.Event event -> events.add(event);
        case IntakeRow.Party party -> parties.add(party);
        case IntakeRow.Delivery delivery -> deliveries.add(delivery);
        case IntakeRow.Answered answer -> answered.add(answer);
      }
    }
    events(db, events);
    parties(db, parties);
    deliveries(db, deliveries);
    // After the deliveries: one may come and be answered within the same batch.
    answered(db, answered);
  }

  private static void events(Connection db, List<IntakeRow.Event> rows) throws SQLException {
    new Columns<>(rows)
        .add("uuid", row -> row.intent().value())
        .add("int8", IntakeRow.Event::sequence)
        .add("timestamptz", IntakeRow.Event::at)
        .add("text", IntakeRow.Event::type)
        .add("text", IntakeRow.Event::source)
        .add("text", IntakeRow.Event::correlationId)
        .add("text", IntakeRow.Event::causationId)
        .add("json", IntakeRow.Event::body)
        .execute(db, EVENTS);
  }

  private static void parties(Connection db, List<IntakeRow.Party> rows) throws SQLException {
    new Columns<>(rows)
        .add("text", IntakeRow.Party::name)
        .add("timestamptz", IntakeRow.Party::createdAt)
        .add("uuid", row -> row.intent().value())
        .execute(db, PARTIES);
  }

  private static void deliveries(Connection db, List<IntakeRow.Delivery> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (Statement lock = db.createStatement()) {
      lock.execute(LOCK);
    }
    new Columns<>(rows)
        .add("text", IntakeRow.Delivery::agent)
        .add("uuid", row -> row.intent().value())
        .add("int8", IntakeRow.Delivery::sequence)
        .add("text", IntakeRow.Delivery::step)
        .add("int4", IntakeRow.Delivery::attempt)
        .execute(db, DELIVERIES);
  }

  private static void answered(Connection db, List<IntakeRow.Answered> rows) throws SQLException {
    new Columns<>(rows)
        .add("uuid", row -> row.intent().value())
        .add("int8", IntakeRow.Answered::sequence)
        .execute(db, ANSWERED);
  }
}
