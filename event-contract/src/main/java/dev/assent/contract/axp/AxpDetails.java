package dev.assent.contract.axp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.intent.DecisionRecorded;
import dev.assent.contract.intent.DeliveryFailed;
import dev.assent.contract.intent.HumanTaskAssigned;
import dev.assent.contract.intent.IntentAcknowledged;
import dev.assent.contract.intent.IntentCanceled;
import dev.assent.contract.intent.IntentCompleted;
import dev.assent.contract.intent.IntentCreated;
import dev.assent.contract.intent.IntentDelivered;
import dev.assent.contract.intent.IntentEdited;
import dev.assent.contract.intent.IntentEscalated;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.intent.IntentFailed;
import dev.assent.contract.intent.IntentInProgress;
import dev.assent.contract.intent.IntentNotified;
import dev.assent.contract.intent.IntentReminder;
import dev.assent.contract.intent.IntentSubmitted;
import dev.assent.contract.intent.IntentTimedOut;
import dev.assent.contract.intent.IntentTransfer;
import dev.assent.contract.intent.IntentWaiting;
import dev.assent.contract.intent.ResultRecorded;
import dev.assent.contract.intent.StepTimedOut;
import dev.assent.contract.intent.Verdict;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.Step;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The object {@code details} of each event. Without the payload, which GET gives: a line of an
 * event stream stays short.
 */
final class AxpDetails {

  private final ObjectNode json = JsonNodeFactory.instance.objectNode();

  private AxpDetails() {}

  static ObjectNode of(IntentEvent event) {
    AxpDetails details = new AxpDetails();
    details.fill(event);
    return details.json;
  }

  private void fill(IntentEvent event) {
    switch (event) {
      case IntentCreated e ->
          put("intent_type", e.intentType())
              .put("from_agent", e.from())
              .put("to_agent", e.to())
              .put("payload_digest", e.payloadDigest());
      case IntentSubmitted e ->
          put("scenario_id", e.scenario())
              .put("deadline_at", e.plan().deadlineAt())
              .set("steps", ContractJson.tree(e.plan().steps().stream().map(Step::id).toList()));
      case IntentDelivered e ->
          // As text: the stock command line prints a number here as nothing.
          put("step_id", e.step()).put("delivery_attempt", Integer.toString(e.attempt()));
      case IntentAcknowledged e -> put("step_id", e.step());
      case IntentInProgress e -> put("step_id", e.step()).put("note", e.note());
      case IntentWaiting e -> put("step_id", e.step()).put("note", e.note());
      case HumanTaskAssigned e ->
          put("step_id", e.step())
              .put("task_id", e.task())
              .put("assignees", e.assignees())
              .put("payload_digest", e.payloadDigest())
              .put("due_at", e.dueAt());
      case IntentReminder e ->
          put("step_id", e.step())
              .put("task_id", e.task().id())
              .put("reminder", e.number())
              .put("reminded", e.to())
              .put("due_at", e.dueAt());
      case IntentEscalated e ->
          put("step_id", e.step())
              .put("task_id", e.task().id())
              .put("escalated_to", PendingWith.names(e.to()))
              .put("escalated_from", PendingWith.names(e.from()))
              .put("level", e.level())
              .put("reason", e.reason())
              .put("due_at", e.dueAt());
      case IntentTransfer e ->
          put("step_id", e.step())
              .put("task_id", e.task().id())
              .put("transferred_to", PendingWith.names(e.to()))
              .put("note", e.note());
      case DecisionRecorded e -> decision(e);
      case IntentEdited e -> put("step_id", e.step()).put("payload_digest", e.payloadDigest());
      case ResultRecorded e ->
          put("step_id", e.step())
              .put("verdict", verdict(e.verdict()))
              .put("will_retry", e.willRetry())
              .set("result", e.result())
              .set("error", e.error());
      case StepTimedOut e ->
          put("step_id", e.step()).put("code", "step_timeout").put("fallback", e.fallback());
      case IntentNotified e ->
          put("notice", lower(e.notice()))
              .put("channel", lower(e.channel()))
              .put("recipient", e.recipient())
              .put("attempts", e.attempts());
      case DeliveryFailed e ->
          put("delivery_attempt", Integer.toString(e.attempts()))
              .put("channel", lower(e.channel()))
              .put("recipient", e.recipient())
              .put("reason", e.reason());
      case IntentCompleted e -> set("result", e.result()).set("decision", e.decision());
      case IntentFailed e -> set("error", e.error()).set("decision", e.decision());
      case IntentCanceled e -> put("reason", e.reason());
      case IntentTimedOut e -> put("step_id", e.step()).put("reason", e.reason());
    }
  }

  private void decision(DecisionRecorded e) {
    put("step_id", e.step())
        .put("task_id", e.task().id())
        .put("outcome", e.outcome())
        .put("verdict", verdict(e.verdict()))
        .put("comment", e.comment())
        .put("channel", e.channel())
        .put("payload_digest", e.shownDigest());
    ObjectNode result = json.putObject("task_result");
    result.put("outcome", e.outcome());
    if (e.comment() != null) {
      result.put("comment", e.comment());
    }
    if (e.data() != null) {
      result.set("data", e.data());
    }
  }

  private AxpDetails put(String field, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Integer number -> json.put(field, number);
      case Boolean flag -> json.put(field, flag);
      case List<?> assignees -> json.put(field, names(assignees));
      default -> json.put(field, value.toString());
    }
    return this;
  }

  private AxpDetails set(String field, @Nullable Object value) {
    if (value != null) {
      json.set(field, value instanceof JsonNode tree ? tree : ContractJson.tree(value));
    }
    return this;
  }

  private static String names(List<?> assignees) {
    return PendingWith.names(assignees.stream().map(Assignee.class::cast).toList());
  }

  private static String verdict(Verdict verdict) {
    return lower(verdict);
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
