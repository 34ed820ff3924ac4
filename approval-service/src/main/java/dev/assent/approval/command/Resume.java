package dev.assent.approval.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.id.TaskId;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.ActorKind;
import dev.assent.contract.intent.ErrorInfo;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.plan.TaskSpec;
import dev.assent.contract.signal.Signal;
import dev.assent.contract.signal.Signal.DecisionSubmitted;
import dev.assent.contract.signal.Signal.ProgressSubmitted;
import dev.assent.contract.signal.Signal.ResultSubmitted;
import dev.assent.contract.signal.StepAttempt;
import dev.assent.edge.RefusedException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one endpoint that AXP clients call for four things: an agent's result, the approval of a
 * step, a person's outcome, and the same in a runner's words.
 */
public final class Resume {

  private Resume() {}

  /** The task that is open. */
  public record Asked(TaskId task, TaskSpec spec) {}

  /** Whether it depends on what people are asked now what the body wants. */
  public static boolean mayBeAnAnswer(ObjectNode body) {
    return body.has("task_result")
        || body.has("approve_current_step")
        || body.has("outcome")
        || body.has("approved");
  }

  /**
   * What the body wants.
   *
   * @param by who calls, from the credential
   * @param asked what people are asked now; null if nobody is, as far as is known
   */
  public static Signal signal(ObjectNode body, Actor by, String channel, @Nullable Asked asked) {
    TaskSpec open = asked == null ? null : asked.spec();
    Signal signal = signal(body, by, channel, open);
    return asked != null && signal instanceof DecisionSubmitted decision
        ? meant(decision, asked.task())
        : signal;
  }

  /**
   * Whoever names no task means the one that is open while they ask, and not one that opens behind
   * it before they are heard.
   */
  private static Signal meant(DecisionSubmitted it, TaskId open) {
    return it.task() != null
        ? it
        : new DecisionSubmitted(
            open, it.outcome(), it.by(), it.channel(), it.comment(), it.data(), it.shownDigest());
  }

  private static Signal signal(ObjectNode body, Actor by, String channel, @Nullable TaskSpec open) {
    boolean person = by.kind() == ActorKind.PERSON;
    if (body.path("task_result").isObject()) {
      return decision(body, by, channel, TaskAnswer.of(body, open));
    }
    if (body.has("approve_current_step")) {
      boolean yes = body.path("approve_current_step").asBoolean(true);
      return person && open != null
          ? decision(body, by, channel, bare(body, yes, open))
          : step(body, by, yes);
    }
    if (open != null && (body.has("outcome") || body.has("approved"))) {
      return decision(body, by, channel, TaskAnswer.of(body, open));
    }
    return result(body, by);
  }

  private static Signal decision(ObjectNode body, Actor by, String channel, TaskAnswer answer) {
    return new DecisionSubmitted(
        taskId(body),
        answer.outcome(),
        by,
        channel,
        answer.comment(),
        answer.data(),
        text(body, "shown_digest"));
  }

  private static TaskAnswer bare(ObjectNode body, boolean yes, TaskSpec open) {
    String comment = TaskAnswer.checked(text(body, "reason"));
    return new TaskAnswer(TaskAnswer.outcome(yes, open), comment, null);
  }

  /** AXP senders that drive an intent themselves say so that work goes on. */
  private static Signal step(ObjectNode body, Actor by, boolean yes) {
    String reason = TaskAnswer.checked(text(body, "reason"));
    if (yes) {
      return new ProgressSubmitted(by, reason);
    }
    String why = reason == null ? by.id() + " did not approve the step" : reason;
    return new ResultSubmitted(by, null, new ErrorInfo("step_not_approved", why), null);
  }

  private static Signal result(ObjectNode body, Actor by) {
    ObjectNode result = body.deepCopy();
    result.remove(List.of("action", "owner_agent", "internal_scheduler"));
    StepAttempt of = delivery(body);
    if (of != null) {
      result.remove(List.of("step_id", "delivery_attempt"));
    }
    return text(body, "action") instanceof String action && action.equals("fail")
        ? new ResultSubmitted(by, result.isEmpty() ? null : result, error(body), of)
        : new ResultSubmitted(by, result, null, of);
  }

  /**
   * The delivery that the agent hands back, in the words of its stream's frame. One of them alone
   * may be a part of the result.
   */
  private static @Nullable StepAttempt delivery(ObjectNode body) {
    String step = text(body, "step_id");
    String attempt = body.path("delivery_attempt").asText("");
    return step != null && attempt.matches("[1-9][0-9]{0,8}")
        ? new StepAttempt(step, Integer.parseInt(attempt))
        : null;
  }

  private static ErrorInfo error(ObjectNode body) {
    JsonNode error = body.path("error");
    String code = error.path("code").asText("agent_failed");
    String message =
        error.isTextual()
            ? error.asText()
            : error.path("message").asText(body.path("reason").asText(""));
    return new ErrorInfo(
        code.isBlank() ? "agent_failed" : code,
        message.isBlank() ? "the agent reported a failure without a reason" : message);
  }

  private static @Nullable TaskId taskId(ObjectNode body) {
    String id = text(body, "task_id");
    try {
      return id == null ? null : TaskId.of(id);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(
          RefusalCode.MALFORMED, "Expected a task's id, a UUID, in task_id, but came another text");
    }
  }

  static @Nullable String text(JsonNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() && !value.asText().isBlank() ? value.asText() : null;
  }
}
