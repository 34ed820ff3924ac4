package dev.assent.intake.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.axp.PendingWith;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.contract.intent.IntentSubmitted;
import dev.assent.contract.intent.WaitingReason;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.plan.AgentTask;
import dev.assent.contract.plan.HumanGate;
import dev.assent.contract.plan.Plan;
import dev.assent.contract.plan.Reminders;
import dev.assent.contract.plan.Step;
import dev.assent.intake.command.IntakeState;
import dev.assent.intake.command.StepView;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An intent as AXP clients read it. Fields without a value are left out. */
public final class IntentDocument {

  private IntentDocument() {}

  public static ObjectNode render(IntentView view) {
    ObjectNode json = summary(view);
    json.put("correlation_id", view.created().correlationId());
    json.set("payload", view.payload());
    json.put("payload_digest", view.payloadDigest());
    put(json, "reply_to", view.created().replyTo());
    put(json, "idempotency_key", view.created().idempotencyKey());
    IntentSubmitted submitted = view.submitted();
    if (submitted != null) {
      put(json, "scenario_id", submitted.scenario());
      plan(json, submitted.plan(), view.state().step().id());
    }
    step(json, view.state().step());
    json.put("policy_generation", 0);
    set(json, "result", view.state().end().result());
    set(json, "error", view.state().end().error());
    return json;
  }

  /** As much as a list shows. */
  public static ObjectNode summary(IntentView view) {
    IntakeState state = view.state();
    IntentStatus status = state.progress().status();
    ObjectNode json = ContractJson.MAPPER.createObjectNode();
    json.put("intent_id", view.id().toString());
    json.put("status", status.name());
    json.put("lifecycle_status", status.name());
    json.put("legacy_status", legacy(status));
    WaitingReason reason = state.progress().reason();
    if (reason != null) {
      json.put("waiting_reason", reason.name());
      json.put("lifecycle_waiting_reason", reason.name());
    }
    json.put("created_at", state.createdAt().toString());
    json.put("updated_at", state.updatedAt().toString());
    json.put("intent_type", view.created().intentType());
    json.put("from_agent", view.created().from());
    json.put("to_agent", view.created().to());
    PendingWith pending = state.progress().pendingWith();
    if (pending != null) {
      json.set("pending_with", pending.json());
    }
    return json;
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

  private static String legacy(IntentStatus status) {
    return switch (status) {
      case CREATED, SUBMITTED, DELIVERED, ACKNOWLEDGED -> "accepted";
      case IN_PROGRESS -> "running";
      case WAITING -> "blocked";
      case COMPLETED -> "done";
      case FAILED, CANCELED, TIMED_OUT -> "failed";
    };
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
