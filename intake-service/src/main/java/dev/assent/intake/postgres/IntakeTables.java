package dev.assent.intake.postgres;

import dev.assent.contract.axp.PendingWith;
import dev.assent.eventlog.postgres.Columns;
import dev.assent.eventlog.postgres.Writes;
import dev.assent.intake.command.IntakeRow;
import dev.assent.intake.command.IntakeState;
import dev.assent.intake.command.IntakeStore;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The schema {@code intake}, written by batches: one statement a table. */
public final class IntakeTables implements IntakeStore {

  private static final String SELECT =
      "select " + StateRow.COLUMNS + " from intake.intents where intent_id = any (?::uuid[])";

  private static final String UPSERT =
      """
      insert into intake.intents as old (
        intent_id, sequence, created_at, updated_at, status, waiting_reason,
        pending_type, pending_ref, pending_name, submission_digest, payload_sequence, step,
        remind_count, delivery_attempt, due_at, human_task, result, error, quarantine)
      select * from unnest(
        ?::uuid[], ?::bigint[], ?::timestamptz[], ?::timestamptz[], ?::text[], ?::text[],
        ?::text[], ?::text[], ?::text[], ?::text[], ?::bigint[], ?::text[],
        ?::int[], ?::int[], ?::timestamptz[], ?::json[], ?::json[], ?::json[], ?::text[])
      on conflict (intent_id) do update set
        sequence = excluded.sequence, created_at = excluded.created_at,
        updated_at = excluded.updated_at, status = excluded.status,
        waiting_reason = excluded.waiting_reason, pending_type = excluded.pending_type,
        pending_ref = excluded.pending_ref, pending_name = excluded.pending_name,
        submission_digest = excluded.submission_digest,
        payload_sequence = excluded.payload_sequence, step = excluded.step,
        remind_count = excluded.remind_count, delivery_attempt = excluded.delivery_attempt,
        due_at = excluded.due_at, human_task = excluded.human_task, result = excluded.result,
        error = excluded.error, quarantine = excluded.quarantine
      where old.sequence < excluded.sequence
        or old.sequence = excluded.sequence and excluded.quarantine is not null
      """;

  @Override
  public Map<String, IntakeState> load(Connection db, Collection<String> keys) throws SQLException {
    List<UUID> ids = new ArrayList<>(keys.size());
    for (String key : keys) {
      UUID id = uuid(key);
      if (id != null) {
        ids.add(id);
      }
    }
    Map<String, IntakeState> states = new HashMap<>();
    if (ids.isEmpty()) {
      return states;
    }
    try (PreparedStatement select = db.prepareStatement(SELECT)) {
      select.setArray(1, Columns.array(db, "uuid", ids, id -> id));
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          states.put(rows.getString("intent_id"), StateRow.read(rows));
        }
      }
    }
    return states;
  }

  @Override
  public void write(Connection db, Map<String, IntakeState> states, List<IntakeRow> rows)
      throws SQLException {
    List<Map.Entry<UUID, IntakeState>> intents = new ArrayList<>(states.size());
    for (Map.Entry<String, IntakeState> state : states.entrySet()) {
      UUID id = uuid(state.getKey());
      if (id != null) {
        intents.add(Map.entry(id, state.getValue()));
      }
    }
    // One order for all loops: no two of them can wait for each other's rows.
    intents.sort(Map.Entry.comparingByKey());
    Writes writes = new Writes();
    upsert(writes, intents);
    RowTables.write(writes, rows);
    writes.execute(db);
  }

  private static void upsert(Writes writes, List<Map.Entry<UUID, IntakeState>> intents) {
    writes.add(
        UPSERT,
        new Columns<>(intents)
            .add("uuid", Map.Entry::getKey)
            .add("int8", e -> e.getValue().sequence())
            .add("timestamptz", e -> e.getValue().createdAt())
            .add("timestamptz", e -> e.getValue().updatedAt())
            .add("text", e -> e.getValue().progress().status().name())
            .add("text", e -> nameOf(e.getValue().progress().reason()))
            .add("text", e -> pending(e.getValue(), PendingWith::type))
            .add("text", e -> pending(e.getValue(), PendingWith::ref))
            .add("text", e -> pending(e.getValue(), PendingWith::name))
            .add("text", e -> e.getValue().submissionDigest())
            .add("int8", e -> e.getValue().payloadSequence())
            .add("text", e -> e.getValue().step().id())
            .add("int4", e -> e.getValue().step().remindCount())
            .add("int4", e -> e.getValue().step().deliveryAttempt())
            .add("timestamptz", e -> e.getValue().step().dueAt())
            .add("json", e -> e.getValue().step().humanTask())
            .add("json", e -> e.getValue().end().result())
            .add("json", e -> e.getValue().end().error())
            .add("text", e -> e.getValue().quarantine()));
  }

  private static @Nullable String nameOf(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  private static @Nullable String pending(IntakeState state, Function<PendingWith, String> part) {
    PendingWith pending = state.progress().pendingWith();
    return pending == null ? null : part.apply(pending);
  }

  /** The id in its one canonical form; other keys name no intent and have no row. */
  private static @Nullable UUID uuid(String key) {
    if (key.length() != 36) {
      return null;
    }
    try {
      UUID id = UUID.fromString(key);
      return id.toString().equals(key) ? id : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
