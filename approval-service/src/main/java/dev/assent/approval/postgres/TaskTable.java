package dev.assent.approval.postgres;

import dev.assent.approval.projection.ApprovalRow.TaskRow;
import dev.assent.approval.projection.TaskStatus;
import dev.assent.contract.plan.Assignee;
import dev.assent.eventlog.postgres.Columns;
import dev.assent.eventlog.postgres.Writes;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes {@code approval.tasks} and {@code approval.task_assignees}. */
final class TaskTable {

  /** Parts of an array parameter's element; no assignee has a line break in its name. */
  private static final String BREAK = "\n";

  private static final String WRITE =
      """
      insert into approval.tasks (task_id, intent_id, step, sequence, title, task_type, question,
        opened_at, assignees, asked, due_at, level, reminders, status, outcome, decided_by,
        closed_at, comment, closing)
      select task_id, intent_id, step, sequence, title, task_type, question::json,
        opened_at::timestamptz, string_to_array(assignees, E'\\n'), string_to_array(asked, E'\\n'),
        due_at::timestamptz, level, reminders, status, outcome, decided_by,
        closed_at::timestamptz, comment, closing::json
      from unnest(?::uuid[], ?::uuid[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::text[],
          ?::text[], ?::text[], ?::text[], ?::text[], ?::int[], ?::int[], ?::text[], ?::text[],
          ?::text[], ?::text[], ?::text[], ?::text[])
        as u(task_id, intent_id, step, sequence, title, task_type, question, opened_at, assignees,
          asked, due_at, level, reminders, status, outcome, decided_by, closed_at, comment, closing)
      on conflict (task_id) do update
      set sequence = excluded.sequence,
          title = coalesce(excluded.title, tasks.title),
          task_type = coalesce(excluded.task_type, tasks.task_type),
          question = coalesce(excluded.question, tasks.question),
          opened_at = coalesce(excluded.opened_at, tasks.opened_at),
          assignees = excluded.assignees, asked = excluded.asked, due_at = excluded.due_at,
          level = excluded.level, reminders = excluded.reminders, status = excluded.status,
          outcome = excluded.outcome, decided_by = excluded.decided_by,
          closed_at = excluded.closed_at, comment = excluded.comment, closing = excluded.closing
      where tasks.sequence <= excluded.sequence
      """;

  private static final String UNASSIGN =
      """
      delete from approval.task_assignees a
      using unnest(?::uuid[], ?::bigint[]) as u(task_id, sequence), approval.tasks t
      where a.task_id = u.task_id and t.task_id = u.task_id and t.sequence = u.sequence
      """;

  private static final String ASSIGN =
      """
      insert into approval.task_assignees (assignee, task_id)
      select u.assignee, u.task_id
      from unnest(?::text[], ?::uuid[], ?::bigint[]) as u(assignee, task_id, sequence)
      join approval.tasks t on t.task_id = u.task_id and t.sequence = u.sequence
      on conflict do nothing
      """;

  private record Assigned(String assignee, TaskRow task) {}

  private TaskTable() {}

  static void write(Writes writes, List<TaskRow> rows) {
    writeTasks(writes, rows);
    unassign(writes, rows.stream().filter(row -> !isNew(row)).toList());
    assign(writes, rows.stream().filter(row -> row.status() == TaskStatus.OPEN).toList());
  }

  private static boolean isNew(TaskRow row) {
    return row.question() != null && row.status() == TaskStatus.OPEN;
  }

  private static void writeTasks(Writes writes, List<TaskRow> rows) {
    writes.add(
        WRITE,
        new Columns<>(rows)
            .add("uuid", row -> row.task().value())
            .add("uuid", row -> row.intent().value())
            .add("text", row -> Cells.text(row.step()))
            .add("int8", TaskRow::sequence)
            .add("text", row -> title(row))
            .add("text", row -> type(row))
            .add("text", row -> Cells.json(row.question()))
            .add("text", row -> row.question() == null ? null : time(row))
            .add("text", row -> lines(row.assignees()))
            .add("text", row -> lines(row.asked()))
            .add("text", row -> Cells.time(row.dueAt()))
            .add("int4", TaskRow::level)
            .add("int4", TaskRow::reminders)
            .add("text", row -> row.status().word())
            .add("text", row -> row.closing() == null ? null : Cells.text(row.closing().outcome()))
            .add("text", TaskTable::closedBy)
            .add("text", row -> row.closing() == null ? null : Cells.time(row.closing().at()))
            .add("text", row -> row.closing() == null ? null : Cells.text(row.closing().comment()))
            .add("text", row -> Cells.json(row.closing())));
  }

  private static void unassign(Writes writes, List<TaskRow> rows) {
    writes.add(
        UNASSIGN,
        new Columns<>(rows).add("uuid", row -> row.task().value()).add("int8", TaskRow::sequence));
  }

  private static void assign(Writes writes, List<TaskRow> rows) {
    List<Assigned> all = new ArrayList<>();
    for (TaskRow row : rows) {
      row.assignees().forEach(assignee -> all.add(new Assigned(line(assignee), row)));
    }
    writes.add(
        ASSIGN,
        new Columns<>(all)
            .add("text", Assigned::assignee)
            .add("uuid", each -> each.task().task().value())
            .add("int8", each -> each.task().sequence()));
  }

  /** An assignee as it stands in the view: one line without what PostgreSQL cannot store. */
  static String line(Assignee assignee) {
    return String.valueOf(Cells.text(assignee.text().replace(BREAK, " ")));
  }

  private static String lines(List<Assignee> assignees) {
    return String.join(BREAK, assignees.stream().map(TaskTable::line).toList());
  }

  private static @Nullable String title(TaskRow row) {
    return row.question() == null ? null : Cells.text(row.question().spec().title());
  }

  private static @Nullable String type(TaskRow row) {
    return row.question() == null ? null : row.question().spec().type().name();
  }

  private static @Nullable String time(TaskRow row) {
    return row.question() == null ? null : Cells.time(row.question().openedAt());
  }

  private static @Nullable String closedBy(TaskRow row) {
    return row.closing() == null || row.closing().by() == null
        ? null
        : Cells.text(row.closing().by().id());
  }
}
