package dev.assent.kernel.decision;

import static dev.assent.contract.outcome.RefusalCode.MALFORMED;
import static dev.assent.contract.outcome.RefusalCode.NOT_AN_APPROVER;
import static dev.assent.contract.outcome.RefusalCode.NOT_EDITABLE;
import static dev.assent.contract.outcome.RefusalCode.NOT_WAITING_FOR_HUMAN;
import static dev.assent.contract.outcome.RefusalCode.SHOWN_SOMETHING_ELSE;

import dev.assent.contract.id.TaskId;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.ActorKind;
import dev.assent.contract.intent.IntentEdited;
import dev.assent.contract.intent.IntentTransfer;
import dev.assent.contract.json.CanonicalJson;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.AssigneeKind;
import dev.assent.contract.plan.HumanGate;
import dev.assent.contract.signal.Signal.DecisionSubmitted;
import dev.assent.contract.signal.Signal.EditSubmitted;
import dev.assent.contract.signal.Signal.TransferSubmitted;
import dev.assent.kernel.intent.IntentState.Running;
import dev.assent.kernel.intent.KeptAnswer;
import dev.assent.kernel.intent.StepTurn.AwaitingHuman;
import dev.assent.kernel.intent.TakenDecision;
import dev.assent.kernel.task.Answers;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What people may do, and when. */
final class HumanRules {

  private HumanRules() {}

  static Decision decide(Story story, DecisionSubmitted answer) {
    Running state = story.running();
    Optional<TakenDecision> same = state.takenBy(story.input());
    if (same.isPresent()) {
      return Races.repeated(same.get().summary());
    }
    AwaitingHuman turn = open(state, answer.task());
    return turn == null ? atAnotherGate(story, answer) : atOpenGate(story, turn, answer);
  }

  /** The open gate, if it is the one that is meant; null if it is not, or none is open. */
  private static @Nullable AwaitingHuman open(Running state, @Nullable TaskId meant) {
    return state.turn() instanceof AwaitingHuman turn
            && (meant == null || meant.equals(turn.task()))
        ? turn
        : null;
  }

  /** What was meant for a task must not hit the one that opened behind it. */
  private static Decision notOpen(Running state, @Nullable TaskId meant) {
    if (meant == null) {
      return nobodyAsked();
    }
    return Races.on(state.decisions(), meant)
        .map(taken -> Races.lost(taken.summary()))
        .orElseGet(() -> noSuchTask(state));
  }

  private static Decision atOpenGate(Story story, AwaitingHuman turn, DecisionSubmitted answer) {
    HumanGate gate = (HumanGate) story.plan().step(turn.step());
    Optional<Refusal> flaw =
        flaw(story, gate, turn.mayDecide(), answer).or(() -> unseenEdit(story, turn, answer));
    if (flaw.isPresent()) {
      return new Decision.Refused(flaw.get());
    }
    Gates.settle(story, gate, Gates.decision(story, gate, answer, false));
    return story.accepted();
  }

  /** Whoever names no digest means what they were asked about, and that somebody else changed. */
  private static Optional<Refusal> unseenEdit(
      Story story, AwaitingHuman turn, DecisionSubmitted answer) {
    String editor = turn.editedBy();
    return answer.shownDigest() == null && editor != null && !editor.equals(answer.by().id())
        ? Optional.of(somethingElse(story))
        : Optional.empty();
  }

  /** First who it is, then what they saw, then what they say. */
  private static Optional<Refusal> flaw(
      Story story, HumanGate gate, List<Assignee> mayDecide, DecisionSubmitted answer) {
    if (!covers(mayDecide, answer.by())) {
      return Optional.of(notAnApprover(mayDecide, answer.by()));
    }
    return shownSomethingElse(story, answer.shownDigest())
        ? Optional.of(somethingElse(story))
        : Answers.check(gate.task(), answer)
            .or(() -> Results.tooMuch(story.running(), answer.data()));
  }

  /** The gate that is meant was decided before, or has not opened yet: then the answer is kept. */
  private static Decision atAnotherGate(Story story, DecisionSubmitted answer) {
    Running state = story.running();
    Optional<TakenDecision> taken =
        answer.task() == null ? last(state) : Races.on(state.decisions(), answer.task());
    if (taken.isPresent()) {
      return Races.lost(taken.get().summary());
    }
    Optional<HumanGate> ahead = gateAhead(story, answer);
    return ahead.isPresent() ? early(story, ahead.get(), answer) : noSuchTask(state);
  }

  /**
   * An answer that names no task means the one that is open. Once a gate was answered it may be too
   * late for that one, and it must not pass for an early answer to the next.
   */
  private static Optional<TakenDecision> last(Running state) {
    return state.decisions().isEmpty()
        ? Optional.empty()
        : Optional.of(state.decisions().getLast());
  }

  private static Decision noSuchTask(Running state) {
    return Rules.refuse(
        NOT_WAITING_FOR_HUMAN,
        state.turn() instanceof AwaitingHuman turn
            ? "Expected a decision on task "
                + turn.task()
                + ", which is open, but it names another; load the task again"
            : "Expected a task that is open or still to come, but it ran out of time, or this"
                + " intent has none");
  }

  private static Decision early(Story story, HumanGate gate, DecisionSubmitted answer) {
    KeptAnswer kept = story.running().early().get(gate.id());
    if (kept != null) {
      return kept.answer().input().equals(story.input()) ? Races.repeated(kept) : Races.lost(kept);
    }
    Optional<Refusal> flaw = flaw(story, gate, gate.policy().approvers(), answer);
    return flaw.<Decision>map(Decision.Refused::new)
        .orElseGet(() -> story.tell(Gates.decision(story, gate, answer, true)).accepted());
  }

  private static Optional<HumanGate> gateAhead(Story story, DecisionSubmitted answer) {
    Running state = story.running();
    boolean missedOne = answer.task() == null && state.unapproved() != null;
    return StepsAhead.of(story.plan(), state.turn().step())
        .filter(step -> !missedOne)
        .filter(HumanGate.class::isInstance)
        .map(HumanGate.class::cast)
        .filter(
            gate -> answer.task() == null || answer.task().equals(Gates.summary(story, gate).id()))
        .findFirst();
  }

  static Decision edit(Story story, EditSubmitted edit) {
    AwaitingHuman turn = open(story.running(), edit.task());
    if (turn == null) {
      return notOpen(story.running(), edit.task());
    }
    HumanGate gate = (HumanGate) story.plan().step(turn.step());
    if (!covers(turn.mayDecide(), edit.by())) {
      return new Decision.Refused(notAnApprover(turn.mayDecide(), edit.by()));
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
      return new Decision.Refused(somethingElse(story));
    }
    String digest;
    try {
      digest = CanonicalJson.digest(edit.payload());
    } catch (IllegalArgumentException e) {
      return new Decision.Refused(Refusal.malformed(List.of(String.valueOf(e.getMessage()))));
    }
    return story
        .tell(
            new IntentEdited(turn.step(), edit.by(), story.payloadDigest(), edit.payload(), digest))
        .accepted();
  }

  static Decision transfer(Story story, TransferSubmitted transfer) {
    AwaitingHuman turn = open(story.running(), transfer.task());
    if (turn == null) {
      return notOpen(story.running(), transfer.task());
    }
    if (!covers(turn.mayDecide(), transfer.by())) {
      return new Decision.Refused(notAnApprover(turn.mayDecide(), transfer.by()));
    }
    if (transfer.to().kind() == AssigneeKind.ANYONE) {
      return Rules.refuse(
          MALFORMED, "Expected a person or a group to hand the task to, but came anyone");
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

  private static Refusal somethingElse(Story story) {
    return Refusal.of(
        SHOWN_SOMETHING_ELSE,
        "Expected a decision on the payload with digest "
            + story.payloadDigest()
            + ", but it names another or none; load the task again and look at what is asked now");
  }

  private static Refusal notAnApprover(List<Assignee> assignees, Actor by) {
    String who = by.kind() == ActorKind.PERSON ? by.id() : "an agent";
    return Refusal.of(
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
