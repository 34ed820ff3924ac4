package dev.assent.intake.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.axp.AxpIntent;
import dev.assent.contract.axp.PendingWith;
import dev.assent.contract.intent.IntentCreated;
import dev.assent.contract.intent.IntentSubmitted;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.plan.AgentTask;
import dev.assent.contract.plan.HumanGate;
import dev.assent.contract.plan.Plan;
import dev.assent.contract.plan.Reminders;
import dev.assent.contract.plan.Step;
import dev.assent.intake.command.StepView;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An intent as AXP clients read it. Fields without a value are left out. */
public final class IntentDocument {

  private IntentDocument() {}

  public static ObjectNode render(IntentView view) {
    ObjectNode json = AxpIntent.document(view.id(), view.state().progress(), subject(view));
    updated(json, view);
    put(json, "idempotency_key", view.created().idempotencyKey());
    IntentSubmitted submitted = view.submitted();
    if (submitted != null) {
      put(json, "scenario_id", submitted.scenario());
      plan(json, submitted.plan(), view.state().step().id());
    }
    step(json, view.state().step());
    set(json, "result", view.state().end().result());
    set(json, "error", view.state().end().error());
    return json;
  }

  /** As much as a list shows. */
  public static ObjectNode summary(IntentView view) {
    ObjectNode json = AxpIntent.summary(view.id(), view.state().progress(), subject(view));
    updated(json, view);
    return json;
  }

  private static AxpIntent.Subject subject(IntentView view) {
    IntentCreated created = view.created();
    return new AxpIntent.Subject(
        created.intentType(),
        created.from(),
        created.to(),
        created.replyTo(),
        created.correlationId(),
        view.payload(),
        view.payloadDigest(),
        view.state().createdAt());
  }

  private static void updated(ObjectNode json, IntentView view) {
    json.put("updated_at", view.state().updatedAt().toString());
  }

  private static void step(ObjectNode json, StepView step) {
    put(json, "step_id", step.id());
    json.put("remind_count", step.remindCount());
    json.put("delivery_attempt", step.deliveryAttempt());
    if (step.dueAt() != null) {
      json.put("due_at", step.dueAt().toString());
    }
    set(json, "human_task", step.humanTask());
  }

  private static void plan(ObjectNode json, Plan plan, @Nullable String current) {
    put(json, "title", plan.title());
    if (plan.deadlineAt() != null) {
      json.put("deadline_at", plan.deadlineAt().toString());
    }
    boolean gateSeen = false;
    for (Step step : plan.steps()) {
      if (step instanceof HumanGate gate && !gateSeen) {
        gateSeen = true;
        reminders(json, gate);
      } else if (step instanceof AgentTask task) {
        if (!json.has("max_delivery_attempts")) {
          json.put("max_delivery_attempts", task.maxRetries() + 1);
        }
        if (task.id().equals(current) && task.input() != null) {
          json.set("input", task.input());
        }
      }
    }
  }

  private static void reminders(ObjectNode json, HumanGate gate) {
    Reminders reminders = gate.policy().reminders();
    if (!reminders.after().isEmpty()) {
      json.put("remind_after_seconds", seconds(reminders.after().getFirst()));
    }
    if (reminders.repeat() != null) {
      json.put("remind_interval_seconds", seconds(reminders.repeat()));
    }
    if (reminders.max() > 0) {
      json.put("max_reminders", reminders.max());
    }
    if (!gate.policy().escalation().isEmpty()) {
      json.put("escalate_to", PendingWith.names(gate.policy().escalation().getFirst().to()));
    }
  }

  /** At least one: AXP counts whole seconds from one. */
  private static long seconds(Duration duration) {
    return Math.max(1, duration.toSeconds());
  }

  private static void put(ObjectNode json, String field, @Nullable String value) {
    if (value != null) {
      json.put(field, value);
    }
  }

  private static void set(ObjectNode json, String field, @Nullable String document) {
    if (document == null) {
      return;
    }
    try {
      JsonNode tree = ContractJson.MAPPER.readTree(document);
      json.set(field, tree);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("the view holds JSON that is none in " + field, e);
    }
  }
}
