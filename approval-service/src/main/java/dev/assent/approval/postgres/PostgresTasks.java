package dev.assent.approval.postgres;

import dev.assent.approval.query.IntentView;
import dev.assent.approval.query.TaskView;
import dev.assent.approval.query.Tasks;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.plan.Assignee;
import dev.assent.eventlog.postgres.Columns;
import dev.assent.eventlog.postgres.Statements;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;

/** Reads the view. */
@Singleton
public class PostgresTasks implements Tasks {

  /** How far back the closed tasks of one person are looked for. */
  private static final int LOOK_BACK = 1000;

  private static final String TASK =
      """
      select t.task_id, t.intent_id, s.type, s."from", t.step, t.question, t.assignees, t.asked,
        t.due_at, t.level, t.reminders, t.status, t.closing
      """;

  private static final String OPEN_FOR =
      TASK
          + """
          from approval.tasks t join approval.subjects s on s.intent_id = t.intent_id
          where t.task_id in (
              select a.task_id from approval.task_assignees a where a.assignee = any(?))
            and t.status = 'open'
          order by t.due_at nulls last, t.opened_at limit ?
          """;

  private static final String COUNT_OPEN_FOR =
      "select count(distinct task_id) from approval.task_assignees where assignee = any(?)";

  private static final String CLOSED_FOR =
      TASK
          + """
          from (select * from approval.tasks where status <> 'open'
                order by closed_at desc limit ?) t
            join approval.subjects s on s.intent_id = t.intent_id
          where t.assignees && ? or t.decided_by = ?
          order by t.closed_at desc limit ?
          """;

  private static final String OPEN_OF_AGENT =
      TASK
          + """
          from approval.subjects s join approval.tasks t on t.intent_id = s.intent_id
          where (s."from" = ? or s."to" = ?) and t.status = 'open'
          order by t.due_at nulls last, t.opened_at limit ?
          """;

  // The task of an id comes before those of an intent that might have the same one. The inner
  // select hides how many ids come: else PostgreSQL makes a plan of its own for each batch.
  private static final String FIND =
      TASK
          + """
          , wanted.id
          from unnest((select ?::uuid[])) as wanted(id)
          cross join lateral (
            select * from (
              select 1 as choice, * from approval.tasks where task_id = wanted.id
              union all
              select 2, * from approval.tasks where intent_id = wanted.id) found
            order by choice, status = 'open' desc, opened_at desc, sequence desc limit 1) t
          join approval.subjects s on s.intent_id = t.intent_id
          """;

  private static final String OF_INTENT =
      TASK
          + """
          from approval.tasks t join approval.subjects s on s.intent_id = t.intent_id
          where t.intent_id = ? order by t.opened_at, t.sequence
          """;

  private static final String INTENT =
      """
      select s.intent_id, s.type, s."from", s."to", s.reply_to, s.correlation_id, s.title,
        s.payload, s.payload_digest, s.created_at, i.progress, i.sequence
      from approval.subjects s join approval.intent_state i on i.intent_id = s.intent_id
      where s.intent_id = ?
      """;

  private final Statements statements;
  private final Batched<UUID, TaskView> found = new Batched<>(this::read);

  @Inject
  public PostgresTasks(DataSource database) {
    statements = new Statements(database, "tasks");
  }

  @Override
  public List<TaskView> openFor(Actor person, int limit) {
    return tasks(OPEN_FOR, names(person), limit);
  }

  @Override
  public int countOpenFor(Actor person) {
    return query(
        COUNT_OPEN_FOR,
        row -> {
          row.next();
          return row.getInt(1);
        },
        (Object) names(person));
  }

  @Override
  public List<TaskView> closedFor(Actor person, int limit) {
    return tasks(CLOSED_FOR, LOOK_BACK, names(person), person.id(), limit);
  }

  @Override
  public List<TaskView> openOfAgent(String address, int limit) {
    return tasks(OPEN_OF_AGENT, address, address, limit);
  }

  @Override
  public Optional<TaskView> find(UUID taskOrIntent) {
    return found.find(taskOrIntent);
  }

  @Override
  public List<TaskView> ofIntent(IntentId intent) {
    return tasks(OF_INTENT, intent.value());
  }

  @Override
  public Optional<IntentView> intent(IntentId intent) {
    return query(
        INTENT,
        row -> row.next() ? Optional.of(TaskRows.intent(row)) : Optional.empty(),
        intent.value());
  }

  private Map<UUID, TaskView> read(Collection<UUID> wanted) {
    return statements.query(
        FIND,
        (db, statement) ->
            statement.setArray(1, Columns.array(db, "uuid", Set.copyOf(wanted), id -> id)),
        row -> {
          Map<UUID, TaskView> tasks = new HashMap<>();
          while (row.next()) {
            tasks.put(row.getObject(14, UUID.class), TaskRows.task(row));
          }
          return tasks;
        });
  }

  /** How the view names those among whose number this person is. */
  private static String[] names(Actor person) {
    List<String> names = new ArrayList<>();
    names.add(TaskTable.line(Assignee.person(person.id())));
    person.groups().forEach(group -> names.add(TaskTable.line(Assignee.group(group))));
    names.add(TaskTable.line(Assignee.ANYONE));
    return names.toArray(String[]::new);
  }

  private List<TaskView> tasks(String sql, Object... parameters) {
    return query(
        sql,
        row -> {
          List<TaskView> tasks = new ArrayList<>();
          while (row.next()) {
            tasks.add(TaskRows.task(row));
          }
          return tasks;
        },
        parameters);
  }

  private <T> T query(String sql, Statements.Reader<T> reader, Object... parameters) {
    return statements.query(
        sql,
        (db, statement) -> {
          for (int i = 0; i < parameters.length; i++) {
            Object value =
                parameters[i] instanceof String[] texts
                    ? db.createArrayOf("text", texts)
                    : parameters[i];
            statement.setObject(i + 1, value);
          }
        },
        reader);
  }
}
