package dev.assent.kernel.intent;

import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.id.TaskId;
import dev.assent.contract.intent.ActorKind;
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
import dev.assent.contract.plan.AgentTask;
import dev.assent.contract.plan.Announcement;
import dev.assent.contract.plan.Delay;
import dev.assent.contract.plan.HumanGate;
import dev.assent.contract.plan.Step;
import dev.assent.kernel.intent.IntentState.Created;
import dev.assent.kernel.intent.IntentState.Ended;
import dev.assent.kernel.intent.IntentState.NotCreated;
import dev.assent.kernel.intent.IntentState.Running;
import dev.assent.kernel.intent.IntentState.Submitted;
import dev.assent.kernel.intent.StepTurn.AwaitingAgent;
import dev.assent.kernel.intent.StepTurn.AwaitingHuman;
import dev.assent.kernel.intent.StepTurn.AwaitingRetry;
import dev.assent.kernel.intent.StepTurn.AwaitingTime;
import dev.assent.kernel.intent.StepTurn.Settled;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Whether an event can follow a state. It knows no policy, only what no policy can allow: a history
 * that leaves an open gate without an answer is not one of ours.
 */
final class Plausibility {

  private Plausibility() {}

  /** Why the event cannot follow, or null if it can. */
  static @Nullable String flaw(IntentState state, RecordedEvent recorded) {
    if (recorded.sequence() != state.sequence() + 1) {
      return "expected sequence " + (state.sequence() + 1);
    }
    IntentEvent event = recorded.event();
    return switch (state) {
      case NotCreated none ->
          unless(event instanceof IntentCreated, "expected the intent's creation");
      case Created s when isForeign(s.header(), recorded) -> "it is of another intent";
      case Submitted s when isForeign(s.header(), recorded) -> "it is of another intent";
      case Running s when isForeign(s.header(), recorded) -> "it is of another intent";
      case Ended s when isForeign(s.header(), recorded) -> "it is of another intent";
      case Created s ->
          unless(event instanceof IntentSubmitted, "expected the intent's submission");
      case Submitted s ->
          startsStep(event)
              ? running(Evolution.begun(s), event)
              : "expected its first step to begin";
      case Running s -> running(s, event);
      case Ended s ->
          unless(
              event instanceof IntentNotified || event instanceof DeliveryFailed, "it had ended");
    };
  }

  private static boolean isForeign(IntentHeader header, RecordedEvent recorded) {
    return !header.id().equals(recorded.envelope().intentId());
  }

  private static boolean startsStep(IntentEvent event) {
    return event instanceof IntentDelivered
        || event instanceof HumanTaskAssigned
        || event instanceof IntentWaiting
        || event instanceof IntentInProgress progress && progress.announcement() != null;
  }

  private static @Nullable String running(Running state, IntentEvent event) {
    return switch (event) {
      case IntentCreated e -> "it was created before";
      case IntentSubmitted e -> "it was submitted before";
      case IntentDelivered e -> delivered(state, e);
      case IntentAcknowledged e -> withAgent(state, e.step());
      case IntentInProgress e ->
          e.announcement() == null
              ? withAgent(state, e.step())
              : enters(state, e.step(), Announcement.class);
      case IntentWaiting e -> enters(state, e.step(), Delay.class);
      case HumanTaskAssigned e -> opened(state, e);
      case IntentReminder e ->
          asks(state, e.step(), e.task().id(), turn -> e.number() == turn.reminded() + 1);
      case IntentEscalated e ->
          asks(state, e.step(), e.task().id(), turn -> e.level() == turn.level() + 1);
      case IntentTransfer e -> asks(state, e.step(), e.task().id(), turn -> true);
      case DecisionRecorded e -> e.early() ? early(state, e) : decided(state, e);
      case IntentEdited e -> edited(state, e);
      case ResultRecorded e -> withAgent(state, e.step());
      case StepTimedOut e -> timedOut(state, e);
      case IntentNotified e -> null;
      case DeliveryFailed e -> null;
      case IntentCompleted e ->
          unless(!(state.turn() instanceof AwaitingHuman), "a person was asked and did not answer");
      case IntentFailed e -> null;
      case IntentCanceled e -> null;
      case IntentTimedOut e -> null;
    };
  }

  private static @Nullable String enters(
      Running state, String step, Class<? extends Step> expected) {
    StepTurn turn = state.turn();
    if (!(turn instanceof Settled || turn instanceof AwaitingTime)) {
      return "step " + turn.step() + " was not over";
    }
    boolean isFirst = state.plan().first().id().equals(step);
    return unless(
        plans(state, step, expected) && (isFirst || !turn.step().isEmpty()),
        "its plan has no such step to begin: " + step);
  }

  private static boolean plans(Running state, String step, Class<? extends Step> expected) {
    return state.plan().steps().stream()
        .anyMatch(planned -> planned.id().equals(step) && expected.isInstance(planned));
  }

  private static @Nullable String delivered(Running state, IntentDelivered event) {
    if (state.turn() instanceof AwaitingRetry retry) {
      return unless(
          retry.step().equals(event.step()) && event.attempt() == retry.attempt() + 1,
          "expected delivery " + (retry.attempt() + 1) + " of step " + retry.step());
    }
    String flaw = enters(state, event.step(), AgentTask.class);
    return flaw == null ? unless(event.attempt() == 1, "expected the first delivery") : flaw;
  }

  private static @Nullable String opened(Running state, HumanTaskAssigned event) {
    String flaw = enters(state, event.step(), HumanGate.class);
    return flaw == null
        ? unless(
            event.task().equals(TaskId.ofGate(state.header().id(), event.step()))
                && event.payloadDigest().equals(state.header().payloadDigest()),
            "expected the gate's own task and the present payload")
        : flaw;
  }

  private static @Nullable String withAgent(Running state, String step) {
    return unless(
        state.turn() instanceof AwaitingAgent turn && turn.step().equals(step),
        "step " + step + " was not with an agent");
  }

  private static @Nullable String asks(
      Running state, String step, TaskId task, Predicate<AwaitingHuman> fits) {
    return unless(
        state.turn() instanceof AwaitingHuman turn
            && turn.step().equals(step)
            && turn.task().equals(task)
            && fits.test(turn),
        "nobody was asked this at step " + step);
  }

  /** People answer an open gate; a policy answers in the breath in which it closes the gate. */
  private static @Nullable String decided(Running state, DecisionRecorded event) {
    return state.turn() instanceof Settled turn
            && turn.step().equals(event.step())
            && event.step().equals(state.unapproved())
            && event.by().kind() == ActorKind.SYSTEM
        ? null
        : asks(state, event.step(), event.task().id(), turn -> isByPerson(event));
  }

  private static boolean isByPerson(DecisionRecorded event) {
    return event.by().kind() == ActorKind.PERSON;
  }

  private static @Nullable String early(Running state, DecisionRecorded event) {
    boolean isOpen = state.turn().step().equals(event.step());
    return unless(
        !isOpen
            && isByPerson(event)
            && !state.early().containsKey(event.step())
            && plans(state, event.step(), HumanGate.class),
        "expected the first answer to a gate that is still to open");
  }

  private static @Nullable String edited(Running state, IntentEdited event) {
    return unless(
        state.turn() instanceof AwaitingHuman turn
            && turn.step().equals(event.step())
            && event.previousDigest().equals(state.header().payloadDigest()),
        "nobody was shown this payload at step " + event.step());
  }

  private static @Nullable String timedOut(Running state, StepTimedOut event) {
    return event.task() == null
        ? withAgent(state, event.step())
        : asks(state, event.step(), event.task().id(), turn -> true);
  }

  private static @Nullable String unless(boolean fits, String flaw) {
    return fits ? null : flaw;
  }
}
