package dev.assent.approval.postgres;

import dev.assent.approval.process.Answered;
import dev.assent.approval.process.ApprovalState;
import dev.assent.approval.process.StateStore;
import dev.assent.approval.projection.ApprovalRow;
import dev.assent.approval.projection.ApprovalRow.QuarantineRow;
import dev.assent.approval.projection.ApprovalRow.SubjectRow;
import dev.assent.approval.projection.ApprovalRow.TaskRow;
import dev.assent.contract.axp.AxpProgress;
import dev.assent.contract.id.IntentId;
import dev.assent.eventlog.postgres.Columns;
import dev.assent.eventlog.postgres.Writes;
import dev.assent.kernel.intent.IntentState;
import dev.assent.kernel.intent.StateJson;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** States and rows in the schema {@code approval}. */
public final class PostgresStates implements StateStore {

  private static final String LOAD =
      "select intent_id, state, progress, answered, head, quarantine from approval.intent_state"
          + " where intent_id = any(?::uuid[])";

  private static final String WRITE =
      """
      insert into approval.intent_state
        (intent_id, sequence, progress, state, answered, head, quarantine)
      select id, sequence, progress::json, state::json, answered::json, head, quarantine
      from unnest(?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
        as u(id, sequence, progress, state, answered, head, quarantine)
      on conflict (intent_id) do update
      set sequence = excluded.sequence, progress = excluded.progress, state = excluded.state,
          answered = excluded.answered, head = excluded.head, quarantine = excluded.quarantine
      where intent_state.sequence <= excluded.sequence
      """;

  @Override
  public Map<String, ApprovalState> load(Connection db, Collection<String> keys)
      throws SQLException {
    List<UUID> ids = ids(keys);
    Map<String, ApprovalState> states = new HashMap<>();
    if (ids.isEmpty()) {
      return states;
    }
    try (PreparedStatement statement = db.prepareStatement(LOAD)) {
      statement.setArray(1, Columns.array(db, "uuid", ids, id -> id));
      try (ResultSet row = statement.executeQuery()) {
        while (row.next()) {
          String key = row.getString(1);
          states.put(
              key,
              new ApprovalState(
                  key,
                  StateJson.read(row.getString(2)),
                  TaskRows.json(row.getString(3), AxpProgress.class),
                  TaskRows.json(row.getString(4), Answered.class),
                  row.getString(5),
                  row.getString(6)));
        }
      }
    }
    return states;
  }

  @Override
  public void write(Connection db, Collection<ApprovalState> states, List<ApprovalRow> rows)
      throws SQLException {
    Writes writes = new Writes();
    writeStates(writes, states.stream().filter(PostgresStates::isWorthKeeping).toList());
    Map<IntentId, SubjectRow> subjects = new LinkedHashMap<>();
    Map<UUID, TaskRow> tasks = new LinkedHashMap<>();
    List<QuarantineRow> held = new ArrayList<>();
    for (ApprovalRow row : rows) {
      switch (row) {
        case SubjectRow subject ->
            subjects.merge(subject.intent(), subject, (earlier, later) -> later.after(earlier));
        case TaskRow task ->
            tasks.merge(task.task().value(), task, (earlier, later) -> later.after(earlier));
        case QuarantineRow quarantine -> held.add(quarantine);
      }
    }
    SubjectTable.write(writes, List.copyOf(subjects.values()));
    TaskTable.write(writes, List.copyOf(tasks.values()));
    QuarantineTable.write(writes, held);
    writes.execute(db);
  }

  private static void writeStates(Writes writes, List<ApprovalState> states) {
    writes.add(
        WRITE,
        new Columns<>(states)
            .add("uuid", state -> UUID.fromString(state.key()))
            .add("int8", state -> state.intent().sequence())
            .add("text", state -> Cells.json(state.progress()))
            .add("text", state -> Cells.text(StateJson.write(state.intent())))
            .add("text", state -> Cells.json(state.answered()))
            .add("text", ApprovalState::head)
            .add("text", state -> Cells.text(state.quarantine())));
  }

  /** A signal about something unknown leaves no trace but its refusal. */
  private static boolean isWorthKeeping(ApprovalState state) {
    boolean known =
        !(state.intent() instanceof IntentState.NotCreated) || state.quarantine() != null;
    return known && !ids(List.of(state.key())).isEmpty();
  }

  private static List<UUID> ids(Collection<String> keys) {
    List<UUID> ids = new ArrayList<>();
    for (String key : keys) {
      try {
        ids.add(IntentId.of(key).value());
      } catch (IllegalArgumentException e) {
        // A record that names no intent: it has no state.
        continue;
      }
    }
    return ids;
  }
}
