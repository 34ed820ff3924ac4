package dev.assent.approval.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.approval.query.TaskView;
import dev.assent.contract.plan.TaskSpec;
import dev.assent.contract.plan.TaskType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the form with which a task is answered. */
public final class AnswerForms {

  private static final String EVIDENCE = "evidence";

  private AnswerForms() {}

  static TaskPage.AnswerForm of(TaskView task, TaskPages.Visit visit) {
    TaskSpec spec = task.question().spec();
    return new TaskPage.AnswerForm(
        "/tasks/" + task.intent() + "/decision",
        visit.requestId(),
        fields(spec, visit.entered()),
        commentLabel(spec.type()),
        visit.entered().getOrDefault("comment", ""),
        spec.commentRequired(),
        choices(spec));
  }

  /** All fields that the page shows for a task: those of its form, and what its type asks for. */
  public static List<FormField> fields(TaskSpec spec, Map<String, String> entered) {
    List<FormField> fields = new ArrayList<>(FormFields.of(spec.form(), entered));
    if (spec.evidenceRequired() && !asks(spec.form(), EVIDENCE)) {
      fields.add(
          text(
              EVIDENCE,
              "Evidence",
              "What shows it: a link, a ticket, a line of a log.",
              true,
              entered));
    }
    if (spec.type() == TaskType.ASSIGNMENT && !asks(spec.form(), "assignee")) {
      fields.add(text("assignee", "Assign to", "A person or a team.", false, entered));
    }
    return fields;
  }

  static List<TaskPage.Choice> choices(TaskSpec spec) {
    return spec.allowedOutcomes().stream().map(AnswerForms::choice).toList();
  }

  static TaskPage.Choice choice(String outcome) {
    return new TaskPage.Choice(outcome, Wording.button(outcome), Wording.tone(outcome));
  }

  private static boolean asks(@Nullable JsonNode form, String property) {
    return form != null && form.path("properties").has(property);
  }

  private static FormField text(
      String name, String label, String hint, boolean required, Map<String, String> entered) {
    String input = FormFields.input(name);
    String kind = name.equals(EVIDENCE) ? "long" : "text";
    String value = entered.getOrDefault(input, "");
    return new FormField(
        name, input, label, hint, kind, required, value, List.of(), null, null, null, null);
  }

  private static String commentLabel(TaskType type) {
    return switch (type) {
      case CLARIFICATION, PROVIDE_DATA -> "Your answer";
      case APPROVAL,
          REVIEW,
          FORM,
          ATTACH_FILE,
          MANUAL_ACTION,
          CONFIRMATION,
          VALIDATE_REAL_WORLD,
          VALIDATE_OUTPUT,
          ASSIGNMENT,
          DELEGATION,
          REROUTE,
          OVERRIDE,
          ESCALATE ->
          "Comment";
    };
  }
}
