package dev.assent.approval.postgres;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.approval.projection.ApprovalRow.Question;
import dev.assent.approval.projection.Closing;
import dev.assent.approval.projection.TaskStatus;
import dev.assent.approval.query.IntentView;
import dev.assent.approval.query.Subject;
import dev.assent.approval.query.TaskView;
import dev.assent.contract.axp.AxpProgress;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.id.TaskId;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.plan.Assignee;
import dev.assent.eventlog.postgres.Instants;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Rows of the view as what they stand for. */
final class TaskRows {

  private TaskRows() {}

  static TaskView task(ResultSet row) throws SQLException {
    String closing = row.getString(13);
    return new TaskView(
        new TaskId(row.getObject(1, UUID.class)),
        new IntentId(row.getObject(2, UUID.class)),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        json(row.getString(6), Question.class),
        assignees(row.getArray(7)),
        assignees(row.getArray(8)),
        Instants.get(row, 9),
        row.getInt(10),
        row.getInt(11),
        TaskStatus.valueOf(row.getString(12).toUpperCase(Locale.ROOT)),
        closing == null ? null : json(closing, Closing.class));
  }

  static IntentView intent(ResultSet row) throws SQLException {
    Instant createdAt = Instants.get(row, 10);
    if (createdAt == null) {
      throw new IllegalStateException("an intent without a birth: " + row.getString(1));
    }
    Subject subject =
        new Subject(
            new IntentId(row.getObject(1, UUID.class)),
            row.getString(2),
            row.getString(3),
            row.getString(4),
            row.getString(5),
            row.getString(6),
            row.getString(7),
            json(row.getString(8), JsonNode.class),
            row.getString(9),
            createdAt);
    return new IntentView(subject, json(row.getString(11), AxpProgress.class), row.getLong(12));
  }

  private static List<Assignee> assignees(Array column) throws SQLException {
    return Arrays.stream((String[]) column.getArray()).map(Assignee::parse).toList();
  }

  static <T> T json(String text, Class<T> type) {
    return ContractJson.read(text.getBytes(StandardCharsets.UTF_8), type);
  }
}
