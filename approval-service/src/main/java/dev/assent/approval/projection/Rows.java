package dev.assent.approval.projection;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.approval.projection.ApprovalRow.Birth;
import dev.assent.approval.projection.ApprovalRow.Question;
import dev.assent.approval.projection.ApprovalRow.SubjectRow;
import dev.assent.approval.projection.ApprovalRow.TaskRow;
import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.DecisionRecorded;
import dev.assent.contract.intent.DeliveryFailed;
import dev.assent.contract.intent.HumanTaskAssigned;
import dev.assent.contract.intent.IntentAcknowledged;
import dev.assent.contract.intent.IntentCanceled;
import dev.assent.contract.intent.IntentCompleted;
import dev.assent.contract.intent.IntentCreated;
import dev.assent.contract.intent.IntentDelivered;
import dev.assent.contract.intent.IntentEdited;
import dev.assent.contract.intent.IntentEnding;
import dev.assent.contract.intent.IntentEscalated;
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
import dev.assent.contract.plan.HumanGate;
import dev.assent.kernel.intent.IntentState;
import dev.assent.kernel.intent.IntentState.Running;
import dev.assent.kernel.intent.StepTurn.AwaitingHuman;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which rows follow from an event. Pure, and read off the states wherever they know. */
public final class Rows {

  private Rows() {}

  /**
   * The rows that this event changes.
   *
   * @param before the state that it was decided on
   * @param after the state that it led to
   */
  public static List<ApprovalRow> of(
      IntentState before, RecordedEvent recorded, IntentState after) {
    Envelope at = recorded.envelope();
    return switch (recorded.event()) {
      case IntentCreated e -> List.of(born(e, at));
      case IntentSubmitted e -> titled(e, at);
      case IntentEdited e ->
          List.of(
              new SubjectRow(
                  at.intentId(), at.sequence(), null, null, e.payload(), e.payloadDigest()));
      case HumanTaskAssigned e -> List.of(opened(e, at, (Running) after));
      case IntentReminder e -> open(after, at);
      case IntentEscalated e -> open(after, at);
      case IntentTransfer e -> open(after, at);
      case DecisionRecorded e ->
          e.early()
              ? List.of()
              : closed(
                  before,
                  at,
                  TaskStatus.DECIDED,
                  new Closing(e.outcome(), e.by(), at.time(), e.comment(), e.data()));
      case StepTimedOut e ->
          closed(before, at, TaskStatus.EXPIRED, closing(null, at.time(), e.fallback(), null));
      case IntentEnding e -> closed(before, at, TaskStatus.WITHDRAWN, ending(e, at.time()));
      case IntentDelivered e -> List.of();
      case IntentAcknowledged e -> List.of();
      case IntentInProgress e -> List.of();
      case IntentWaiting e -> List.of();
      case ResultRecorded e -> List.of();
      case IntentNotified e -> List.of();
      case DeliveryFailed e -> List.of();
    };
  }

  private static SubjectRow born(IntentCreated e, Envelope at) {
    return new SubjectRow(
        at.intentId(),
        at.sequence(),
        new Birth(e.intentType(), e.from(), e.to(), e.replyTo(), e.correlationId(), at.time()),
        null,
        e.payload(),
        e.payloadDigest());
  }

  private static List<ApprovalRow> titled(IntentSubmitted e, Envelope at) {
    String title = e.plan().title();
    return title == null
        ? List.of()
        : List.of(new SubjectRow(at.intentId(), at.sequence(), null, title, null, null));
  }

  private static TaskRow opened(HumanTaskAssigned e, Envelope at, Running after) {
    HumanGate gate = (HumanGate) after.plan().step(e.step());
    return row(
        (AwaitingHuman) after.turn(),
        at,
        new Question(e.spec(), gate.policy(), at.time()),
        TaskStatus.OPEN,
        null);
  }

  private static List<ApprovalRow> open(IntentState after, Envelope at) {
    return after instanceof Running running && running.turn() instanceof AwaitingHuman turn
        ? List.of(row(turn, at, null, TaskStatus.OPEN, null))
        : List.of();
  }

  /** Nothing is closed by an ending that follows the answer: the task was closed by that. */
  private static List<ApprovalRow> closed(
      IntentState before, Envelope at, TaskStatus status, Closing closing) {
    return before instanceof Running running && running.turn() instanceof AwaitingHuman turn
        ? List.of(row(turn, at, null, status, closing))
        : List.of();
  }

  private static Closing ending(IntentEnding ending, Instant at) {
    return switch (ending) {
      case IntentCompleted e -> closing(e.by(), at, null, e.result());
      case IntentFailed e -> closing(e.by(), at, e.error().message(), null);
      case IntentCanceled e -> closing(e.by(), at, e.reason(), null);
      case IntentTimedOut e -> closing(null, at, e.reason(), null);
    };
  }

  private static Closing closing(
      @Nullable Actor by, Instant at, @Nullable String comment, @Nullable JsonNode data) {
    return new Closing(null, by, at, comment, data);
  }

  private static TaskRow row(
      AwaitingHuman turn,
      Envelope at,
      @Nullable Question question,
      TaskStatus status,
      @Nullable Closing closing) {
    return new TaskRow(
        turn.task(),
        at.intentId(),
        turn.step(),
        at.sequence(),
        question,
        turn.mayDecide(),
        turn.asked(),
        turn.dueAt(),
        turn.level(),
        turn.reminded(),
        status,
        closing);
  }
}
