package dev.assent.kernel.intent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.intent.DecisionRecorded;
import dev.assent.contract.intent.DecisionSummary;
import dev.assent.contract.intent.DeliveryFailed;
import dev.assent.contract.intent.HumanTaskAssigned;
import dev.assent.contract.intent.IntentAcknowledged;
import dev.assent.contract.intent.IntentCreated;
import dev.assent.contract.intent.IntentDelivered;
import dev.assent.contract.intent.IntentEdited;
import dev.assent.contract.intent.IntentEnding;
import dev.assent.contract.intent.IntentEscalated;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.intent.IntentInProgress;
import dev.assent.contract.intent.IntentNotified;
import dev.assent.contract.intent.IntentReminder;
import dev.assent.contract.intent.IntentSubmitted;
import dev.assent.contract.intent.IntentTransfer;
import dev.assent.contract.intent.IntentWaiting;
import dev.assent.contract.intent.ResultRecorded;
import dev.assent.contract.intent.StepTimedOut;
import dev.assent.contract.intent.Verdict;
import dev.assent.contract.timer.TimerKind;
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
import java.util.Map;
import java.util.Set;

/** How events change the state. It never ignores: what cannot have happened, throws. */
public final class Evolution {

  private Evolution() {}

  /**
   * The state after this event.
   *
   * @throws ImpossibleHistoryException if the event is not the next, or cannot follow this state
   */
  public static IntentState evolve(IntentState state, RecordedEvent recorded) {
    long sequence = recorded.sequence();
    if (sequence != state.sequence() + 1) {
      throw impossible(state, recorded, "expected sequence " + (state.sequence() + 1));
    }
    return switch (state) {
      case NotCreated none -> {
        if (recorded.event() instanceof IntentCreated created) {
          yield new Created(IntentHeader.of(recorded.envelope().intentId(), created), sequence);
        }
        throw impossible(none, recorded, "expected the intent's creation");
      }
      case Created created -> {
        if (recorded.event() instanceof IntentSubmitted submitted) {
          yield new Submitted(
              created.header(),
              submitted.plan(),
              LiveTimers.NONE.armed(sequence, submitted.timers()),
              sequence);
        }
        throw impossible(created, recorded, "expected the intent's submission");
      }
      case Submitted submitted -> running(begun(submitted), recorded);
      case Running running -> running(running, recorded);
      case Ended ended -> afterTheEnd(ended, recorded);
    };
  }

  /** A submitted intent as a running one whose first step has not been reached. */
  private static Running begun(Submitted submitted) {
    return new Running(
        submitted.header(),
        submitted.plan(),
        new Settled("", Verdict.POSITIVE),
        submitted.timers(),
        Map.of(),
        Map.of(),
        null,
        null,
        submitted.sequence());
  }

  private static IntentState running(Running state, RecordedEvent recorded) {
    Envelope envelope = recorded.envelope();
    RunningChange change = new RunningChange(state, envelope.sequence());
    return switch (recorded.event()) {
      case IntentCreated e -> throw impossible(state, recorded, "it was created before");
      case IntentSubmitted e -> throw impossible(state, recorded, "it was submitted before");
      case IntentDelivered e ->
          change.enter(new AwaitingAgent(e.step(), e.attempt(), false), e.timers());
      case IntentAcknowledged e ->
          change.turn(
              new AwaitingAgent(e.step(), agent(state, recorded).attempt(), true),
              Set.of(),
              e.timers());
      case IntentInProgress e ->
          e.announcement() == null
              ? change.nothing()
              : change.enter(new Settled(e.step(), Verdict.POSITIVE), e.timers());
      case IntentWaiting e -> change.enter(new AwaitingTime(e.step()), e.timers());
      case HumanTaskAssigned e ->
          change.enter(
              new AwaitingHuman(
                  e.step(),
                  e.task(),
                  e.assignees(),
                  e.assignees(),
                  envelope.time(),
                  0,
                  0,
                  0,
                  e.dueAt()),
              e.timers());
      case IntentReminder e ->
          change.turn(
              human(state, recorded).reminded(e.number()), Set.of(TimerKind.REMINDER), e.timers());
      case IntentEscalated e ->
          change.turn(
              human(state, recorded).escalatedTo(e.to(), e.level(), envelope.time()),
              Set.of(TimerKind.REMINDER, TimerKind.ESCALATION),
              e.timers());
      case IntentTransfer e ->
          change.turn(
              human(state, recorded).transferred(e.by().id(), e.to()), Set.of(), e.timers());
      case DecisionRecorded e -> e.early() ? change.keep(e) : decided(change, e, envelope);
      case IntentEdited e -> change.payload(e.payloadDigest());
      case ResultRecorded e ->
          e.willRetry()
              ? change.enter(
                  new AwaitingRetry(e.step(), agent(state, recorded).attempt()), e.timers())
              : change.settle(e.step(), e.verdict(), e.result());
      case StepTimedOut e -> change.settle(e.step(), Verdict.NEGATIVE, null);
      case IntentNotified e -> change.nothing();
      case DeliveryFailed e -> change.nothing();
      case IntentEnding e ->
          new Ended(
              state.header(),
              e.status(),
              envelope.time(),
              state.decision(),
              state.decisionInput(),
              envelope.sequence());
    };
  }

  private static Running decided(RunningChange change, DecisionRecorded event, Envelope envelope) {
    var digest = event.shownDigest();
    var summary =
        new DecisionSummary(
            event.task().id(),
            event.step(),
            event.outcome(),
            event.verdict(),
            event.by(),
            envelope.time(),
            event.comment(),
            digest);
    return change.decide(summary, event.input(), resultOf(event));
  }

  /** What a decision leaves behind for the steps after it and for the outcome. */
  private static JsonNode resultOf(DecisionRecorded event) {
    var result = JsonNodeFactory.instance.objectNode();
    result.put("outcome", event.outcome());
    result.put("decided_by", event.by().id());
    if (event.comment() != null) {
      result.put("comment", event.comment());
    }
    if (event.data() != null) {
      result.set("data", event.data());
    }
    return result;
  }

  private static IntentState afterTheEnd(Ended ended, RecordedEvent recorded) {
    IntentEvent event = recorded.event();
    if (event instanceof IntentNotified || event instanceof DeliveryFailed) {
      return new Ended(
          ended.header(),
          ended.status(),
          ended.endedAt(),
          ended.decision(),
          ended.decisionInput(),
          recorded.sequence());
    }
    throw impossible(ended, recorded, "it had ended");
  }

  private static AwaitingAgent agent(Running state, RecordedEvent recorded) {
    if (state.turn() instanceof AwaitingAgent turn) {
      return turn;
    }
    throw impossible(state, recorded, "no agent had the step");
  }

  private static AwaitingHuman human(Running state, RecordedEvent recorded) {
    if (state.turn() instanceof AwaitingHuman turn) {
      return turn;
    }
    throw impossible(state, recorded, "nobody was asked");
  }

  private static ImpossibleHistoryException impossible(
      IntentState state, RecordedEvent recorded, String why) {
    return new ImpossibleHistoryException(
        recorded.event().getClass().getSimpleName()
            + " with sequence "
            + recorded.sequence()
            + " cannot follow "
            + state.getClass().getSimpleName()
            + " at "
            + state.sequence()
            + ": "
            + why);
  }
}
