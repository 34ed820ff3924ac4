package dev.assent.kernel.decision;

import static dev.assent.contract.outcome.RefusalCode.DUPLICATE;
import static dev.assent.contract.outcome.RefusalCode.HUMAN_GATE_STANDS;
import static dev.assent.contract.outcome.RefusalCode.NOT_THE_AGENT;
import static dev.assent.contract.outcome.RefusalCode.NOT_WAITING_FOR_AGENT;

import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.ActorKind;
import dev.assent.contract.intent.ErrorInfo;
import dev.assent.contract.intent.IntentAcknowledged;
import dev.assent.contract.intent.IntentInProgress;
import dev.assent.contract.intent.ResultRecorded;
import dev.assent.contract.intent.Verdict;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.plan.AgentTask;
import dev.assent.contract.signal.Signal.AcknowledgeSubmitted;
import dev.assent.contract.signal.Signal.ProgressSubmitted;
import dev.assent.contract.signal.Signal.ResultSubmitted;
import dev.assent.contract.signal.StepAttempt;
import dev.assent.contract.timer.ArmedTimer;
import dev.assent.contract.timer.TimerKind;
import dev.assent.kernel.intent.StepTurn.AwaitingAgent;
import dev.assent.kernel.intent.StepTurn.AwaitingHuman;
import java.util.List;
import java.util.Optional;

/** What agents may do, and when. */
final class AgentRules {

  private AgentRules() {}

  static Decision result(Story story, ResultSubmitted report) {
    if (story.running().reports().contains(story.input())) {
      return Rules.refuse(DUPLICATE, "This result was taken before");
    }
    if (!(story.running().turn() instanceof AwaitingAgent turn)) {
      return Rules.refuse(
          NOT_WAITING_FOR_AGENT,
          "Expected a result while a step is with an agent, but none is: it was answered or timed"
              + " out before");
    }
    AgentTask task = (AgentTask) story.plan().step(turn.step());
    if (!isAgentOf(task, report.by())) {
      return notTheAgent(task.agent());
    }
    StepAttempt of = report.of();
    if (of != null && !(of.step().equals(turn.step()) && of.attempt() == turn.attempt())) {
      return anotherDelivery(turn, of);
    }
    Optional<Refusal> tooMuch = Results.tooMuch(story.running(), report.result());
    if (tooMuch.isPresent()) {
      return new Decision.Refused(tooMuch.get());
    }
    ErrorInfo error = report.error();
    if (error == null) {
      story.tell(recorded(task, report, Verdict.POSITIVE, false, List.of()));
      Steps.succeed(story, task, report.by());
    } else if (turn.attempt() <= task.maxRetries()) {
      var again = new ArmedTimer(TimerKind.REDELIVERY, story.at().plus(task.retryDelay()));
      story.tell(recorded(task, report, Verdict.NEGATIVE, true, List.of(again)));
    } else {
      story.tell(recorded(task, report, Verdict.NEGATIVE, false, List.of()));
      Steps.fail(story, task, task.onFailure(), error, report.by());
    }
    return story.accepted();
  }

  private static ResultRecorded recorded(
      AgentTask task,
      ResultSubmitted report,
      Verdict verdict,
      boolean willRetry,
      List<ArmedTimer> timers) {
    return new ResultRecorded(
        task.id(), report.by(), verdict, report.result(), report.error(), willRetry, timers);
  }

  static Decision acknowledge(Story story, AcknowledgeSubmitted acknowledge) {
    if (!(story.running().turn() instanceof AwaitingAgent turn)) {
      return noAgent();
    }
    AgentTask task = (AgentTask) story.plan().step(turn.step());
    return isAgentOf(task, acknowledge.by())
        ? story.tell(new IntentAcknowledged(task.id(), acknowledge.by())).accepted()
        : notTheAgent(task.agent());
  }

  /**
   * The sender may report progress too: AXP clients do so for intents that they drive themselves.
   */
  static Decision progress(Story story, ProgressSubmitted progress) {
    if (story.running().turn() instanceof AwaitingHuman) {
      return Rules.refuse(
          HUMAN_GATE_STANDS,
          "Expected a person's decision, but an agent's progress came: nobody else may pass a human"
              + " gate");
    }
    if (!(story.running().turn() instanceof AwaitingAgent turn)) {
      return noAgent();
    }
    AgentTask task = (AgentTask) story.plan().step(turn.step());
    return isParty(story, task, progress.by())
        ? story
            .tell(new IntentInProgress(task.id(), progress.by(), progress.note(), null))
            .accepted()
        : notTheAgent(task.agent());
  }

  private static boolean isParty(Story story, AgentTask task, Actor by) {
    return isAgentOf(task, by)
        || by.kind() != ActorKind.SYSTEM && by.id().equals(story.header().from());
  }

  /** A person may have any id, and so one that looks like an agent's address. */
  private static boolean isAgentOf(AgentTask task, Actor by) {
    return by.kind() == ActorKind.AGENT && by.id().equals(task.agent());
  }

  /** A delivery that was answered or timed out does not answer the next, whoever has it. */
  private static Decision anotherDelivery(AwaitingAgent turn, StepAttempt of) {
    return Rules.refuse(
        NOT_WAITING_FOR_AGENT,
        "Expected the result of delivery "
            + turn.attempt()
            + " of step "
            + turn.step()
            + ", but it is of delivery "
            + of.attempt()
            + " of step "
            + of.step()
            + ", which was answered or timed out before");
  }

  private static Decision noAgent() {
    return Rules.refuse(
        NOT_WAITING_FOR_AGENT, "Expected a step that is with an agent, but none is");
  }

  private static Decision notTheAgent(String agent) {
    return Rules.refuse(
        NOT_THE_AGENT, "Expected this from " + agent + ", but it came with another credential");
  }
}
