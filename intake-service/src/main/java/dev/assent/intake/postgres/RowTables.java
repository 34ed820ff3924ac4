package dev.assent.intake.postgres;

import dev.assent.eventlog.postgres.Columns;
import dev.assent.eventlog.postgres.Writes;
import dev.assent.intake.command.IntakeRow;
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

  /**
   * Numbers are given in the order of the log; the lock makes it that of the commits too: a reader
   * that has seen a number must never find a smaller one later.
   */
  private static final String DELIVERIES =
      """
      select pg_advisory_xact_lock(hashtext('assent-intake-deliveries'));
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

  private RowTables() {}

  static void write(Writes writes, List<IntakeRow> rows) {
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
    events(writes, events);
    parties(writes, parties);
    deliveries(writes, deliveries);
    // After the deliveries: one may come and be answered within the same batch.
    answered(writes, answered);
  }

  private static void events(Writes writes, List<IntakeRow.Event> rows) {
    writes.add(
        EVENTS,
        new Columns<>(rows)
            .add("uuid", row -> row.intent().value())
            .add("int8", IntakeRow.Event::sequence)
            .add("timestamptz", IntakeRow.Event::at)
            .add("text", IntakeRow.Event::type)
            .add("text", IntakeRow.Event::source)
            .add("text", IntakeRow.Event::correlationId)
            .add("text", IntakeRow.Event::causationId)
            .add("json", IntakeRow.Event::body));
  }

  private static void parties(Writes writes, List<IntakeRow.Party> rows) {
    writes.add(
        PARTIES,
        new Columns<>(rows)
            .add("text", IntakeRow.Party::name)
            .add("timestamptz", IntakeRow.Party::createdAt)
            .add("uuid", row -> row.intent().value()));
  }

  private static void deliveries(Writes writes, List<IntakeRow.Delivery> rows) {
    writes.add(
        DELIVERIES,
        new Columns<>(rows)
            .add("text", IntakeRow.Delivery::agent)
            .add("uuid", row -> row.intent().value())
            .add("int8", IntakeRow.Delivery::sequence)
            .add("text", IntakeRow.Delivery::step)
            .add("int4", IntakeRow.Delivery::attempt));
  }

  private static void answered(Writes writes, List<IntakeRow.Answered> rows) {
    writes.add(
        ANSWERED,
        new Columns<>(rows)
            .add("uuid", row -> row.intent().value())
            .add("int8", IntakeRow.Answered::sequence));
  }
}
