package dev.assent.intake.postgres;

import dev.assent.contract.axp.AxpProgress;
import dev.assent.contract.axp.PendingWith;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.contract.intent.WaitingReason;
import dev.assent.eventlog.postgres.Instants;
import dev.assent.intake.command.EndView;
import dev.assent.intake.command.IntakeState;
import dev.assent.intake.command.StepView;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A row of {@code intake.intents} as a state. */
final class StateRow {

  static final String COLUMNS =
      "intent_id, sequence, created_at, updated_at, status, waiting_reason, pending_type,"
          + " pending_ref, pending_name, submission_digest, payload_sequence, step, remind_count,"
          + " delivery_attempt, due_at, human_task, result, error, quarantine";

  private StateRow() {}

  static IntakeState read(ResultSet row) throws SQLException {
    String reason = row.getString("waiting_reason");
    return new IntakeState(
        row.getLong("sequence"),
        required(row, "created_at"),
        required(row, "updated_at"),
        new AxpProgress(
            IntentStatus.valueOf(row.getString("status")),
            reason == null ? null : WaitingReason.valueOf(reason),
            pending(row)),
        row.getString("submission_digest"),
        row.getLong("payload_sequence"),
        new StepView(
            row.getString("step"),
            row.getInt("remind_count"),
            row.getInt("delivery_attempt"),
            Instants.get(row, "due_at"),
            row.getString("human_task")),
        new EndView(row.getString("result"), row.getString("error")),
        row.getString("quarantine"));
  }

  static Instant required(ResultSet row, String column) throws SQLException {
    return Objects.requireNonNull(Instants.get(row, column));
  }

  private static @Nullable PendingWith pending(ResultSet row) throws SQLException {
    String type = row.getString("pending_type");
    return type == null
        ? null
        : new PendingWith(type, row.getString("pending_ref"), row.getString("pending_name"));
  }
}
