package dev.assent.kernel.decision;

import dev.assent.contract.intent.DeliveryFailed;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.intent.IntentNotified;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.signal.Signal.AcknowledgeSubmitted;
import dev.assent.contract.signal.Signal.DecisionSubmitted;
import dev.assent.contract.signal.Signal.EditSubmitted;
import dev.assent.contract.signal.Signal.NoticeDelivered;
import dev.assent.contract.signal.Signal.NoticeFailed;
import dev.assent.contract.signal.Signal.ProgressSubmitted;
import dev.assent.contract.signal.Signal.ResolveSubmitted;
import dev.assent.contract.signal.Signal.ResultSubmitted;
import dev.assent.contract.signal.Signal.TimerFired;
import dev.assent.contract.signal.Signal.TransferSubmitted;
import dev.assent.kernel.intent.IntentState.Created;
import dev.assent.kernel.intent.IntentState.Ended;
import dev.assent.kernel.intent.IntentState.NotCreated;
import dev.assent.kernel.intent.IntentState.Running;
import dev.assent.kernel.intent.IntentState.Submitted;
import java.time.Instant;
import java.util.List;

/** Which rule answers which input in which state. */
public final class Rules {

  private Rules() {}

  public static Decision begin(Submitted state, String input, Instant at) {
    Story story = new Story(state, state.header(), input, at);
    Steps.start(story, state.plan().first());
    return story.accepted();
  }

  /**
   * An input that overtook the first step: it is decided as if that had begun before. If it is then
   * refused, the first step still begins in its own time.
   */
  public static Decision onSubmitted(Submitted state, Input input) {
    // Should the first step end the intent, then not by this input: it must not be told so.
    Story story = new Story(state, state.header(), "", input.at());
    Steps.start(story, state.plan().first());
    if (story.state() instanceof Ended && isLive(state, input)) {
      return story.accepted();
    }
    return story.then(
        switch (story.state()) {
          case Running running -> onRunning(running, input);
          case Ended ended -> onEnded(ended, input);
          case NotCreated none -> throw new IllegalStateException("nothing began");
          case Created created -> throw new IllegalStateException("nothing began");
          case Submitted same -> throw new IllegalStateException("nothing began");
        });
  }

  private static boolean isLive(Submitted state, Input input) {
    return input.signal() instanceof TimerFired timer
        && state.timers().isLive(timer.kind(), timer.generation());
  }

  public static Decision onRunning(Running state, Input input) {
    Story story = new Story(state, state.header(), input.id(), input.at());
    return switch (input.signal()) {
      case DecisionSubmitted s -> HumanRules.decide(story, s);
      case EditSubmitted s -> HumanRules.edit(story, s);
      case TransferSubmitted s -> HumanRules.transfer(story, s);
      case ResultSubmitted s -> AgentRules.result(story, s);
      case AcknowledgeSubmitted s -> AgentRules.acknowledge(story, s);
      case ProgressSubmitted s -> AgentRules.progress(story, s);
      case ResolveSubmitted s -> ResolveRules.resolve(story, s);
      case TimerFired s -> TimerRules.fire(story, s);
      case NoticeDelivered s -> story.tell(receipt(s)).accepted();
      case NoticeFailed s -> story.tell(receipt(s)).accepted();
    };
  }

  /** After the end only receipts are recorded: a mail may arrive after the decision. */
  public static Decision onEnded(Ended state, Input input) {
    return switch (input.signal()) {
      case NoticeDelivered s -> new Decision.Accepted(List.of(receipt(s)));
      case NoticeFailed s -> new Decision.Accepted(List.of(receipt(s)));
      case TimerFired s ->
          refuse(
              RefusalCode.STALE_TIMER,
              "Expected a timer that is still live, but the intent has ended");
      case DecisionSubmitted s -> Races.afterTheEnd(state, input.id(), s);
      case EditSubmitted s -> Races.over(state, input.id());
      case TransferSubmitted s -> Races.over(state, input.id());
      case ResultSubmitted s -> Races.over(state, input.id());
      case AcknowledgeSubmitted s -> Races.over(state, input.id());
      case ProgressSubmitted s -> Races.over(state, input.id());
      case ResolveSubmitted s -> Races.over(state, input.id());
    };
  }

  static Decision refuse(RefusalCode code, String message) {
    return new Decision.Refused(Refusal.of(code, message));
  }

  private static IntentEvent receipt(NoticeDelivered s) {
    return new IntentNotified(s.delivery(), s.notice(), s.channel(), s.recipient(), s.attempts());
  }

  private static IntentEvent receipt(NoticeFailed s) {
    return new DeliveryFailed(s.delivery(), s.channel(), s.recipient(), s.attempts(), s.reason());
  }
}
