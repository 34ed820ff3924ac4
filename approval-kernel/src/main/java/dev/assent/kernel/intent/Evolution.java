package dev.assent.kernel.intent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How events change the state. It never ignores: what cannot have happened, throws. */
public final class Evolution {

  private Evolution() {}

  /**
   * The state after this event.
   *
   * @throws ImpossibleHistoryException if the event is not the next, or cannot follow this state
   */
  public static IntentState evolve(IntentState state, RecordedEvent recorded) {
    String flaw = Plausibility.flaw(state, recorded);
    if (flaw != null) {
      throw impossible(state, recorded, flaw);
    }
    long sequence = recorded.sequence();
    IntentEvent event = recorded.event();
    return switch (state) {
      case NotCreated none ->
          new Created(
              IntentHeader.of(recorded.envelope().intentId(), (IntentCreated) event), sequence);
      case Created created -> submitted(created, (IntentSubmitted) event, sequence);
      case Submitted submitted -> running(begun(submitted), recorded);
      case Running running -> running(running, recorded);
      case Ended ended ->
          new Ended(
              ended.header(),
              ended.status(),
              ended.endedAt(),
              ended.decisions(),
              ended.endedBy(),
              ended.by(),
              sequence);
    };
  }

  private static Submitted submitted(Created created, IntentSubmitted event, long sequence) {
    return new Submitted(
        created.header(), event.plan(), LiveTimers.NONE.armed(sequence, event.timers()), sequence);
  }

  /** A submitted intent as a running one whose first step has not been reached. */
  static Running begun(Submitted submitted) {
    return new Running(
        submitted.header(),
        submitted.plan(),
        new Settled("", Verdict.POSITIVE),
        submitted.timers(),
        Map.of(),
        Map.of(),
        List.of(),
        Set.of(),
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
          change.enter(new AwaitingAgent(e.step(), e.attempt(), false), e.timers()).done();
      case IntentAcknowledged e ->
          change
              .goOn(new AwaitingAgent(e.step(), attempt(state), true), Set.of(), e.timers())
              .done();
      case IntentInProgress e ->
          e.announcement() == null
              ? change.done()
              : change.enter(new Settled(e.step(), Verdict.POSITIVE), e.timers()).done();
      case IntentWaiting e -> change.enter(new AwaitingTime(e.step()), e.timers()).done();
      case HumanTaskAssigned e ->
          change
              .forgetEarlyUnlessShown(e.step(), e.payloadDigest())
              .enter(AwaitingHuman.opened(e, envelope.time()), e.timers())
              .done();
      case IntentReminder e ->
          change
              .goOn(asked(state).reminded(e.number()), Set.of(TimerKind.REMINDER), e.timers())
              .done();
      case IntentEscalated e ->
          change
              .goOn(
                  asked(state).escalatedTo(e.to(), e.level(), envelope.time()),
                  Set.of(TimerKind.REMINDER, TimerKind.ESCALATION),
                  e.timers())
              .done();
      case IntentTransfer e ->
          change.goOn(asked(state).transferred(e.by().id(), e.to()), Set.of(), e.timers()).done();
      case DecisionRecorded e ->
          e.early()
              ? change.keep(e, envelope.time()).done()
              : change
                  .settle(e.step(), e.verdict())
                  .result(e.step(), resultOf(e))
                  .decide(e, envelope.time())
                  .done();
      case IntentEdited e ->
          change
              .payload(e.payloadDigest())
              .goOn(asked(state).edited(e.by().id()), Set.of(), e.timers())
              .done();
      case ResultRecorded e -> reported(change, state, e, envelope.causationId());
      case StepTimedOut e ->
          e.task() == null
              ? change.settle(e.step(), Verdict.NEGATIVE).done()
              : change.settle(e.step(), Verdict.NEGATIVE).unapproved(e.step()).done();
      case IntentNotified e -> change.done();
      case DeliveryFailed e -> change.done();
      case IntentEnding e ->
          new Ended(
              state.header(),
              e.status(),
              envelope.time(),
              state.decisions(),
              envelope.causationId(),
              whoEnded(e),
              envelope.sequence());
    };
  }

  private static Running reported(
      RunningChange change, Running state, ResultRecorded event, String input) {
    return event.willRetry()
        ? change
            .reported(input)
            .enter(new AwaitingRetry(event.step(), attempt(state)), event.timers())
            .done()
        : change
            .reported(input)
            .settle(event.step(), event.verdict())
            .result(event.step(), event.result())
            .done();
  }

  private static @Nullable Actor whoEnded(IntentEnding ending) {
    return switch (ending) {
      case IntentCompleted e -> e.by();
      case IntentFailed e -> e.by();
      case IntentCanceled e -> e.by();
      case IntentTimedOut e -> null;
    };
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

  private static int attempt(Running state) {
    return ((AwaitingAgent) state.turn()).attempt();
  }

  private static AwaitingHuman asked(Running state) {
    return (AwaitingHuman) state.turn();
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
