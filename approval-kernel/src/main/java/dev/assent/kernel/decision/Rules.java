package dev.assent.kernel.decision;

import static dev.assent.contract.outcome.RefusalCode.ALREADY_DECIDED;
import static dev.assent.contract.outcome.RefusalCode.ALREADY_ENDED;
import static dev.assent.contract.outcome.RefusalCode.DUPLICATE;

import dev.assent.contract.intent.DecisionSummary;
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
import dev.assent.kernel.intent.IntentState.Ended;
import dev.assent.kernel.intent.IntentState.Running;
import dev.assent.kernel.intent.IntentState.Submitted;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which rule answers which input in which state. */
public final class Rules {

  private Rules() {}

  public static Decision begin(Submitted state, String input, Instant at) {
    Story story = new Story(state, state.header(), input, at);
    Steps.start(story, state.plan().first());
    return story.accepted();
  }

  /** An input that overtook the first step: it is decided as if that had begun before. */
  public static Decision onSubmitted(Submitted state, Input input) {
    Story story = new Story(state, state.header(), input.id(), input.at());
    Steps.start(story, state.plan().first());
    return story.hasEnded() ? story.accepted() : story.then(onRunning(story.running(), input));
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
      case DecisionSubmitted s -> lost(state, input.id());
      case EditSubmitted s -> over(state);
      case TransferSubmitted s -> over(state);
      case ResultSubmitted s -> over(state);
      case AcknowledgeSubmitted s -> over(state);
      case ProgressSubmitted s -> over(state);
      case ResolveSubmitted s -> over(state);
      case TimerFired s ->
          refuse(
              RefusalCode.STALE_TIMER,
              "Expected a timer that is still live, but the intent has ended");
    };
  }

  private static Decision lost(Ended state, String input) {
    DecisionSummary winner = state.decision();
    return winner == null ? over(state) : decided(winner, input, state.decisionInput());
  }

  /** The answer to a decision that comes after another, or that is the same once more. */
  static Decision decided(DecisionSummary winner, String input, @Nullable String winnersInput) {
    boolean repetition = input.equals(winnersInput);
    String sentence =
        repetition
            ? "This decision was taken before: " + sentence(winner)
            : "Expected an open task, but " + sentence(winner);
    return new Decision.Refused(
        new Refusal(repetition ? DUPLICATE : ALREADY_DECIDED, sentence, List.of(), winner));
  }

  private static String sentence(DecisionSummary winner) {
    return winner.by().id() + " answered " + winner.outcome() + " at " + winner.at();
  }

  private static Decision over(Ended state) {
    return new Decision.Refused(
        new Refusal(
            ALREADY_ENDED,
            "Expected an intent that still runs, but it ended "
                + state.status()
                + " at "
                + state.endedAt(),
            List.of(),
            state.decision()));
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
