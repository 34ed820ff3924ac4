package dev.assent.intake.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.contract.envelope.CloudEventHeaders;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.IntentCreated;
import dev.assent.contract.intent.IntentEdited;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.contract.intent.IntentSubmitted;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.json.EventCodec;
import dev.assent.eventlog.postgres.Statements;
import dev.assent.intake.command.IntakeState;
import dev.assent.intake.query.Delivered;
import dev.assent.intake.query.IntentReads;
import dev.assent.intake.query.IntentView;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The view, read. Every call takes a connection and gives it back. */
public final class PostgresReads implements IntentReads {

  private static final String VIEW =
      """
      select i.*, c.body as created, s.body as submitted, e.body as edited
      from intake.intents i
      join intake.intent_events c on c.intent_id = i.intent_id and c.sequence = 1
      left join intake.intent_events s on s.intent_id = i.intent_id and s.sequence = 2
        and s.type like 'dev.assent.intent.submitted.%'
      left join intake.intent_events e on e.intent_id = i.intent_id
        and e.sequence = i.payload_sequence and i.payload_sequence > 1
      """;

  private static final String EVENTS =
      """
      select intent_id, sequence, at, type, source, correlation_id, causation_id, body
      from intake.intent_events where intent_id = ? order by sequence
      """;

  private static final String IS_PARTY =
      """
      select true from intake.intents i join intake.parties p
        on p.name = ? and p.created_at = i.created_at and p.intent_id = i.intent_id
      where i.intent_id = ?
      """;

  private static final String OF_PARTY =
      """
      where i.intent_id in (
        select p.intent_id from intake.parties p join intake.intents o using (intent_id)
        where p.name = ? and (? or o.status = any (?)) %s
        order by p.created_at desc limit ?)
      order by i.created_at desc
      """;

  private static final String OF_ALL =
      """
      where i.intent_id in (
        select o.intent_id from intake.intents o
        where o.sequence > 0 and (? or o.status = any (?)) %s
        order by o.created_at desc limit ?)
      order by i.created_at desc
      """;

  /** The words of the index of open intents, which is used only where they are repeated. */
  private static final String OPEN =
      "and o.status not in ('COMPLETED', 'FAILED', 'CANCELED', 'TIMED_OUT')";

  private static final String DELIVERIES =
      """
      select d.seq, d.agent, d.intent_id, d.step, d.attempt, e.at
      from intake.agent_deliveries d
      join intake.intent_events e on e.intent_id = d.intent_id and e.sequence = d.sequence
      where d.agent = ? and d.seq > ? and not d.answered
      order by d.seq limit ?
      """;

  private final Statements statements;

  public PostgresReads(DataSource database) {
    statements = new Statements(database, "intents");
  }

  @Override
  public Optional<IntentView> find(IntentId id) {
    return query(
            VIEW + "where i.intent_id = ?",
            (db, q) -> q.setObject(1, id.value()),
            PostgresReads::view)
        .stream()
        .findFirst();
  }

  @Override
  public List<RecordedEvent> events(IntentId id) {
    return query(EVENTS, (db, q) -> q.setObject(1, id.value()), PostgresReads::event);
  }

  @Override
  public boolean isParty(IntentId id, String name) {
    return !query(
            IS_PARTY,
            (db, q) -> {
              q.setString(1, name);
              q.setObject(2, id.value());
            },
            row -> true)
        .isEmpty();
  }

  @Override
  public List<IntentView> list(@Nullable String party, Set<IntentStatus> statuses, int limit) {
    boolean open = !statuses.isEmpty() && statuses.stream().noneMatch(IntentStatus::isTerminal);
    return query(
        VIEW + (party == null ? OF_ALL : OF_PARTY).replace("%s", open ? OPEN : ""),
        (db, q) -> {
          int next = 1;
          if (party != null) {
            q.setString(next++, party);
          }
          q.setBoolean(next++, statuses.isEmpty());
          Object[] names = statuses.stream().map(Enum::name).toArray();
          q.setArray(next++, db.createArrayOf("text", names));
          q.setInt(next, limit);
        },
        PostgresReads::view);
  }

  @Override
  public List<Delivered> deliveries(String agent, long after, int limit) {
    return query(
        DELIVERIES,
        (db, q) -> {
          q.setString(1, agent);
          q.setLong(2, after);
          q.setInt(3, limit);
        },
        row ->
            new Delivered(
                row.getLong("seq"),
                row.getString("agent"),
                id(row),
                row.getString("step"),
                row.getInt("attempt"),
                StateRow.required(row, "at")));
  }

  private <T> List<T> query(String sql, Statements.Binder parameters, Statements.Reader<T> reader) {
    return statements.query(
        sql,
        parameters,
        rows -> {
          List<T> all = new ArrayList<>();
          while (rows.next()) {
            all.add(reader.read(rows));
          }
          return all;
        });
  }

  private static IntentView view(ResultSet row) throws SQLException {
    IntakeState state = StateRow.read(row);
    IntentCreated created = ContractJson.read(bytes(row, "created"), IntentCreated.class);
    String submitted = row.getString("submitted");
    String edited = row.getString("edited");
    JsonNode payload = created.payload();
    String digest = created.payloadDigest();
    if (edited != null) {
      IntentEdited edit = ContractJson.read(bytes(row, "edited"), IntentEdited.class);
      payload = edit.payload();
      digest = edit.payloadDigest();
    }
    return new IntentView(
        id(row),
        state,
        created,
        submitted == null
            ? null
            : ContractJson.read(bytes(row, "submitted"), IntentSubmitted.class),
        payload,
        digest);
  }

  private static RecordedEvent event(ResultSet row) throws SQLException {
    String intent = row.getString("intent_id");
    return EventCodec.decode(
        new WireRecord(
            intent,
            Map.of(
                CloudEventHeaders.SUBJECT, intent,
                CloudEventHeaders.SEQUENCE, Long.toString(row.getLong("sequence")),
                CloudEventHeaders.TIME, StateRow.required(row, "at").toString(),
                CloudEventHeaders.TYPE, row.getString("type"),
                CloudEventHeaders.SOURCE, row.getString("source"),
                CloudEventHeaders.CORRELATION_ID, row.getString("correlation_id"),
                CloudEventHeaders.CAUSATION_ID, row.getString("causation_id")),
            bytes(row, "body")));
  }

  private static IntentId id(ResultSet row) throws SQLException {
    return new IntentId(row.getObject("intent_id", UUID.class));
  }

  private static byte[] bytes(ResultSet row, String column) throws SQLException {
    return row.getString(column).getBytes(StandardCharsets.UTF_8);
  }
}
