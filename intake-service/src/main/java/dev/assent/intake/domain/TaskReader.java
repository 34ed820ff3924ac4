package dev.assent.intake.domain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.TaskSpec;
import dev.assent.contract.plan.TaskType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what a person is asked: the AXP object {@code human_task}. */
final class TaskReader {

  /**
   * A task and whom it names.
   *
   * @param named empty if it names nobody
   */
  record Task(TaskSpec spec, List<Assignee> named) {}

  private final Approvers approvers;

  TaskReader(Approvers approvers) {
    this.approvers = approvers;
  }

  /** The task of {@code human_task}; without one, a plain approval under this title. */
  Task read(@Nullable Fields fields, String defaultTitle) {
    if (fields == null) {
      return new Task(
          new TaskSpec(
              TaskType.APPROVAL,
              defaultTitle,
              null,
              TaskType.APPROVAL.defaultOutcomes(),
              false,
              false,
              false,
              null),
          List.of());
    }
    String title = fields.text("title", 255);
    String description = fields.text("description", 2000);
    TaskType type = type(fields);
    List<String> outcomes = outcomes(fields, type);
    boolean comment = fields.flag("required_comment") || type == TaskType.OVERRIDE;
    boolean evidence = fields.flag("evidence_required");
    boolean editable = fields.flag("editable");
    ObjectNode form = fields.object("form_schema");
    if (form != null) {
      fields.formSchema("form_schema", form);
    }
    List<Assignee> named = named(fields);
    fields.end();
    return new Task(
        new TaskSpec(
            type,
            title == null ? defaultTitle : title,
            description,
            outcomes,
            comment,
            evidence,
            editable,
            form),
        named);
  }

  private List<Assignee> named(Fields fields) {
    List<Assignee> named = new ArrayList<>(approvers.list(fields, "assignees"));
    String email = fields.text("notify_email", 320);
    if (email != null) {
      Assignee person = approvers.byEmail(email, fields, "notify_email");
      if (person != null && !named.contains(person)) {
        named.add(person);
      }
    }
    return named;
  }

  private static TaskType type(Fields fields) {
    String name = fields.text("task_type", 64);
    if (name == null) {
      return TaskType.APPROVAL;
    }
    for (TaskType type : TaskType.values()) {
      if (type.name().toLowerCase(Locale.ROOT).equals(name)) {
        return type;
      }
    }
    fields.wrong(
        "task_type",
        "expected one of "
            + Arrays.stream(TaskType.values())
                .map(type -> type.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "))
            + ", got "
            + Say.quote(name));
    return TaskType.APPROVAL;
  }

  private static List<String> outcomes(Fields fields, TaskType type) {
    if (!fields.has("allowed_outcomes")) {
      return type.defaultOutcomes();
    }
    List<String> outcomes = fields.texts("allowed_outcomes", 20, 64);
    List<String> distinct = outcomes.stream().distinct().toList();
    if (distinct.size() < outcomes.size()) {
      fields.wrong("allowed_outcomes", "expected each outcome once, got one twice");
    }
    if (distinct.isEmpty() && fields.isEmptyArray("allowed_outcomes")) {
      fields.wrong("allowed_outcomes", "expected at least one outcome, got none");
    }
    return distinct.isEmpty() ? type.defaultOutcomes() : distinct;
  }
}
