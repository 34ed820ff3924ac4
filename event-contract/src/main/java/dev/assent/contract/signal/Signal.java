package dev.assent.contract.signal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.contract.id.TaskId;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.ErrorInfo;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.contract.notification.ChannelKind;
import dev.assent.contract.notification.NoticeKind;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.timer.TimerKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants from an intent. A signal is an input: it may be late, doubled or refused, and
 * nothing but the events that answer it is a fact.
 */
public sealed interface Signal {

  /**
   * A person decides.
   *
   * @param task the task that they saw; null: whichever is open
   * @param shownDigest the digest of the payload that they saw; null from clients that show none
   */
  record DecisionSubmitted(
      @Nullable TaskId task,
      String outcome,
      Actor by,
      String channel,
      @Nullable String comment,
      @Nullable JsonNode data,
      @Nullable String shownDigest)
      implements Signal {}

  /**
   * An agent reports the result of its step; {@code error} says that it failed.
   *
   * @param of the delivery that it answers; null: whichever is open
   */
  record ResultSubmitted(
      Actor by, @Nullable JsonNode result, @Nullable ErrorInfo error, @Nullable StepAttempt of)
      implements Signal {}

  /** An agent has the step in its hands. */
  record AcknowledgeSubmitted(Actor by) implements Signal {}

  /** Somebody reports that work goes on. */
  record ProgressSubmitted(Actor by, @Nullable String note) implements Signal {}

  /** The sender or the agent ends the intent: COMPLETED, FAILED or CANCELED. */
  record ResolveSubmitted(
      Actor by,
      IntentStatus status,
      @Nullable JsonNode result,
      @Nullable ErrorInfo error,
      @Nullable String reason)
      implements Signal {}

  /**
   * A person hands their open task to somebody else.
   *
   * @param task the task that they saw; null: whichever is open
   */
  record TransferSubmitted(@Nullable TaskId task, Actor by, Assignee to, @Nullable String note)
      implements Signal {}

  /**
   * A person changes the payload before deciding.
   *
   * @param task the task that they saw; null: whichever is open
   */
  record EditSubmitted(@Nullable TaskId task, Actor by, JsonNode payload, String shownDigest)
      implements Signal {}

  /** The clock: a timer is due. Judged, not obeyed. */
  record TimerFired(TimerKind kind, long generation, Instant dueAt) implements Signal {}

  /** A channel delivered a notice. */
  record NoticeDelivered(
      String delivery, NoticeKind notice, ChannelKind channel, String recipient, int attempts)
      implements Signal {}

  /** A channel gave up on a notice. */
  record NoticeFailed(
      String delivery, ChannelKind channel, String recipient, int attempts, String reason)
      implements Signal {}
}
