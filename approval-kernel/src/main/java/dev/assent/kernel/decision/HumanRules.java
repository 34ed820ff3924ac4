package dev.assent.kernel.decision;

import static dev.assent.contract.outcome.RefusalCode.ALREADY_DECIDED;
import static dev.assent.contract.outcome.RefusalCode.NOT_AN_APPROVER;
import static dev.assent.contract.outcome.RefusalCode.NOT_EDITABLE;
import static dev.assent.contract.outcome.RefusalCode.NOT_WAITING_FOR_HUMAN;
import static dev.assent.contract.outcome.RefusalCode.SHOWN_SOMETHING_ELSE;

import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.ActorKind;
import dev.assent.contract.intent.DecisionSummary;
import dev.assent.contract.intent.IntentEdited;
import dev.assent.contract.intent.IntentTransfer;
import dev.assent.contract.json.CanonicalJson;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.HumanGate;
import dev.assent.contract.signal.Signal.DecisionSubmitted;
import dev.assent.contract.signal.Signal.EditSubmitted;
import dev.assent.contract.signal.Signal.TransferSubmitted;
import dev.assent.kernel.intent.IntentState.Running;
import dev.assent.kernel.intent.StepTurn.AwaitingHuman;
import dev.assent.kernel.task.Answers;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people may do, and when. */
final class HumanRules {

  private HumanRules() {}

  static Decision decide(Story story, DecisionSubmitted answer) {
    Running state = story.running();
    DecisionSummary before = state.decision();
    if (before != null && story.input().equals(state.decisionInput())) {
      return Rules.decided(before, story.input(), state.decisionInput());
    }
    if (state.turn() instanceof AwaitingHuman turn) {
      return answer.task() == null || answer.task().equals(turn.task())
          ? atOpenGate(story, turn, answer)
          : atAnotherGate(story, answer);
    }
    return atAnotherGate(story, answer);
  }

  private static Decision atOpenGate(Story story, AwaitingHuman turn, DecisionSubmitted answer) {
    HumanGate gate = (HumanGate) story.plan().step(turn.step());
    if (shownSomethingElse(story, answer.shownDigest())) {
      return somethingElse(story);
    }
    if (!covers(turn.mayDecide(), answer.by())) {
      return notAnApprover(turn.mayDecide(), answer.by());
    }
    Optional<Refusal> flaw = Answers.check(gate.task(), answer);
    if (flaw.isPresent()) {
      return new Decision.Refused(flaw.get());
    }
    Gates.settle(story, gate, Gates.decision(story, gate, answer, false));
    return story.accepted();
  }

  /** The gate that is meant was decided before, or has not opened yet: then the answer is kept. */
  private static Decision atAnotherGate(Story story, DecisionSubmitted answer) {
    Running state = story.running();
    DecisionSummary before = state.decision();
    if (before != null && before.task().equals(answer.task())) {
      return Rules.decided(before, story.input(), state.decisionInput());
    }
    Optional<HumanGate> ahead = gateAhead(story, answer);
    if (ahead.isEmpty()) {
      return before == null
          ? Rules.refuse(
              NOT_WAITING_FOR_HUMAN,
              "Expected an intent that waits for a person, or will, but none is asked in its plan")
          : Rules.decided(before, story.input(), state.decisionInput());
    }
    return early(story, ahead.get(), answer);
  }

  private static Decision early(Story story, HumanGate gate, DecisionSubmitted answer) {
    if (story.running().early().containsKey(gate.id())) {
      return Rules.refuse(
          ALREADY_DECIDED,
          "Expected the first early answer to step " + gate.id() + ", but one is kept already");
    }
    if (shownSomethingElse(story, answer.shownDigest())) {
      return somethingElse(story);
    }
    if (!covers(gate.policy().approvers(), answer.by())) {
      return notAnApprover(gate.policy().approvers(), answer.by());
    }
    Optional<Refusal> flaw = Answers.check(gate.task(), answer);
    return flaw.<Decision>map(Decision.Refused::new)
        .orElseGet(() -> story.tell(Gates.decision(story, gate, answer, true)).accepted());
  }

  private static Optional<HumanGate> gateAhead(Story story, DecisionSubmitted answer) {
    return StepsAhead.of(story.plan(), story.running().turn().step())
        .filter(HumanGate.class::isInstance)
        .map(HumanGate.class::cast)
        .filter(
            gate -> answer.task() == null || answer.task().equals(Gates.summary(story, gate).id()))
        .findFirst();
  }

  static Decision edit(Story story, EditSubmitted edit) {
    if (!(story.running().turn() instanceof AwaitingHuman turn)) {
      return nobodyAsked();
    }
    HumanGate gate = (HumanGate) story.plan().step(turn.step());
    if (!covers(turn.mayDecide(), edit.by())) {
      return notAnApprover(turn.mayDecide(), edit.by());
    }
    if (!gate.task().editable()) {
      return Rules.refuse(
          NOT_EDITABLE,
          "Expected a task whose payload may be edited, but step "
              + gate.id()
              + " does not allow"
              + " it");
    }
    if (shownSomethingElse(story, edit.shownDigest())) {
      return somethingElse(story);
    }
    return story
        .tell(
            new IntentEdited(
                turn.step(),
                edit.by(),
                story.payloadDigest(),
                edit.payload(),
                CanonicalJson.digest(edit.payload())))
        .accepted();
  }

  static Decision transfer(Story story, TransferSubmitted transfer) {
    if (!(story.running().turn() instanceof AwaitingHuman turn)) {
      return nobodyAsked();
    }
    if (!covers(turn.mayDecide(), transfer.by())) {
      return notAnApprover(turn.mayDecide(), transfer.by());
    }
    HumanGate gate = (HumanGate) story.plan().step(turn.step());
    return story
        .tell(
            new IntentTransfer(
                turn.step(),
                Gates.summary(story, gate),
                transfer.by(),
                List.of(transfer.to()),
                transfer.note()))
        .accepted();
  }

  static boolean covers(List<Assignee> assignees, Actor actor) {
    return assignees.stream().anyMatch(assignee -> assignee.covers(actor));
  }

  private static boolean shownSomethingElse(Story story, @Nullable String shown) {
    return shown != null && !shown.equals(story.payloadDigest());
  }

  private static Decision somethingElse(Story story) {
    return Rules.refuse(
        SHOWN_SOMETHING_ELSE,
        "Expected a decision on the payload with digest "
            + story.payloadDigest()
            + ", but it names another; load the task again and look at what is asked now");
  }

  private static Decision notAnApprover(List<Assignee> assignees, Actor by) {
    String who = by.kind() == ActorKind.PERSON ? by.id() : "an agent";
    return Rules.refuse(
        NOT_AN_APPROVER,
        "Expected a decision by "
            + String.join(" or ", assignees.stream().map(Assignee::text).toList())
            + ", but it came from "
            + who);
  }

  private static Decision nobodyAsked() {
    return Rules.refuse(
        NOT_WAITING_FOR_HUMAN, "Expected an intent that waits for a person, but it does not");
  }
}
