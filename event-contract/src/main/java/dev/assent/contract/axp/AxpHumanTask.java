package dev.assent.contract.axp;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.intent.HumanTaskAssigned;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.TaskSpec;
import java.util.List;
import java.util.Locale;

/** The object {@code human_task} that AXP clients read off events, intents and task lists. */
public final class AxpHumanTask {

  private AxpHumanTask() {}

  /** An open task. */
  public static ObjectNode render(HumanTaskAssigned opened) {
    ObjectNode json = render(opened.spec(), opened.assignees());
    json.put("task_id", opened.task().toString());
    json.put("step_id", opened.step());
    json.put("payload_digest", opened.payloadDigest());
    if (opened.dueAt() != null) {
      json.put("due_at", opened.dueAt().toString());
    }
    return json;
  }

  /** A task as it was agreed, open or not. */
  public static ObjectNode render(TaskSpec spec, List<Assignee> assignees) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("title", spec.title());
    if (spec.description() != null) {
      json.put("description", spec.description());
    }
    json.put("task_type", spec.type().name().toLowerCase(Locale.ROOT));
    ArrayNode outcomes = json.putArray("allowed_outcomes");
    spec.allowedOutcomes().forEach(outcomes::add);
    json.put("required_comment", spec.commentRequired());
    json.put("evidence_required", spec.evidenceRequired());
    json.put("editable", spec.editable());
    ArrayNode asked = json.putArray("assignees");
    assignees.forEach(assignee -> asked.add(assignee.text()));
    if (spec.form() != null) {
      json.set("form_schema", spec.form());
    }
    return json;
  }
}
