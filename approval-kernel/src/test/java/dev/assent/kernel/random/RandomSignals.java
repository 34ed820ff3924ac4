package dev.assent.kernel.random;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.contract.id.TaskId;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.ErrorInfo;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.contract.notification.ChannelKind;
import dev.assent.contract.notification.NoticeKind;
import dev.assent.contract.plan.AgentTask;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.HumanGate;
import dev.assent.contract.signal.Signal;
import dev.assent.contract.signal.StepAttempt;
import dev.assent.contract.timer.TimerKind;
import dev.assent.kernel.intent.IntentState;
import dev.assent.kernel.intent.IntentState.Running;
import dev.assent.kernel.intent.StepTurn.AwaitingHuman;
import dev.assent.kernel.story.IntentStory;
import dev.assent.kernel.story.Json;
import dev.assent.kernel.story.Who;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Signals that fit the present state rather often, and rather often do not. */
final class RandomSignals {

  private static final List<String> OUTCOMES =
      List.of("approved", "rejected", "confirmed", "completed", "provided", "submitted", "maybe");
  private static final List<JsonNode> DATA =
      List.of(
          Json.json("{}"),
          Json.json("{'rows':'42','evidence':'x','approved':'true'}"),
          Json.json("{'rows':7,'evidence':['y']}"),
          Json.json("{'rows':'many'}"),
          Json.json("[1,2]"));
  private static final List<JsonNode> PAYLOADS =
      List.of(
          IntentStory.PAYLOAD,
          Json.json("{'change':'drop'}"),
          Json.json("{'n':1.10}"),
          Json.json("{'n':1e400}"));

  private final Dice dice;
  private final IntentState state;

  RandomSignals(Dice dice, IntentState state) {
    this.dice = dice;
    this.state = state;
  }

  Signal signal() {
    return switch (dice.below(23)) {
      case 0, 1, 2, 3, 4, 5, 6 -> decision();
      case 7, 8, 9, 10 -> result();
      case 11, 21 -> new Signal.AcknowledgeSubmitted(agentOrPerson());
      case 12 -> new Signal.ProgressSubmitted(agentOrPerson(), dice.oneIn(2) ? "half" : null);
      case 13 -> resolve();
      case 14, 15 -> new Signal.TransferSubmitted(task(), person(), assignee(), null);
      case 16 -> new Signal.EditSubmitted(task(), person(), dice.pick(PAYLOADS), digest());
      case 17 ->
          new Signal.NoticeDelivered(
              "d", dice.pick(NoticeKind.values()), ChannelKind.EMAIL, "ada", 1);
      case 19, 20 -> new Signal.EditSubmitted(task(), whoIsAsked(), dice.pick(PAYLOADS), digest());
      case 18 -> new Signal.NoticeFailed("d", ChannelKind.WEBHOOK, "hook", 5, "no answer");
      default ->
          new Signal.TimerFired(dice.pick(TimerKind.values()), dice.below(12), IntentStory.NINE);
    };
  }

  private Signal decision() {
    return new Signal.DecisionSubmitted(
        task(),
        outcome(),
        dice.oneIn(12) ? agentOrPerson() : dice.oneIn(2) ? whoIsAsked() : person(),
        "web",
        dice.oneIn(2) ? "because" : null,
        dice.oneIn(2) ? dice.pick(DATA) : null,
        dice.oneIn(2) ? null : digest());
  }

  private String outcome() {
    if (state instanceof Running running
        && running.plan().step(running.turn().step()) instanceof HumanGate gate
        && !dice.oneIn(4)) {
      List<String> allowed = gate.task().allowedOutcomes();
      return dice.oneIn(3) ? dice.pick(allowed) : allowed.getFirst();
    }
    return dice.pick(OUTCOMES);
  }

  private @Nullable TaskId task() {
    return switch (dice.below(4)) {
      case 0, 1 -> null;
      case 2 ->
          state instanceof Running running && running.turn() instanceof AwaitingHuman turn
              ? turn.task()
              : null;
      default ->
          state instanceof Running running
              ? IntentStory.task(dice.pick(running.plan().steps()).id())
              : IntentStory.task("s" + dice.below(7));
    };
  }

  private String digest() {
    if (dice.oneIn(8)) {
      return "0".repeat(64);
    }
    return state instanceof Running running && !dice.oneIn(4)
        ? running.header().payloadDigest()
        : IntentStory.DIGEST;
  }

  private Actor whoIsAsked() {
    if (state instanceof Running running && running.turn() instanceof AwaitingHuman turn) {
      List<Actor> asked =
          RandomPlans.PEOPLE.stream()
              .map(Who::person)
              .filter(actor -> turn.mayDecide().stream().anyMatch(one -> one.covers(actor)))
              .toList();
      return asked.isEmpty() ? person() : dice.pick(asked);
    }
    return person();
  }

  private Signal result() {
    boolean failed = dice.oneIn(3);
    return new Signal.ResultSubmitted(
        dice.oneIn(4) ? agentOrPerson() : Who.agent(agentAtWork()),
        dice.oneIn(3) ? null : dice.pick(DATA),
        failed ? new ErrorInfo("agent_failed", "no") : null,
        delivery());
  }

  private @Nullable StepAttempt delivery() {
    return state instanceof Running running && dice.oneIn(2)
        ? new StepAttempt(running.turn().step(), dice.oneIn(3) ? 2 : 1)
        : null;
  }

  private Signal resolve() {
    return new Signal.ResolveSubmitted(
        agentOrPerson(),
        dice.pick(IntentStatus.values()),
        dice.oneIn(2) ? dice.pick(DATA) : null,
        dice.oneIn(2) ? new ErrorInfo("c", "m") : null,
        dice.oneIn(2) ? "so" : null);
  }

  private Actor person() {
    return Who.person(dice.pick(RandomPlans.PEOPLE));
  }

  private Actor agentOrPerson() {
    return switch (dice.below(8)) {
      case 0, 1 -> person();
      case 2 -> Actor.system("policy");
      case 3 -> Who.agent(dice.pick(RandomPlans.AGENTS));
      default -> Who.agent(agentAtWork());
    };
  }

  private String agentAtWork() {
    return state instanceof Running running
            && running.plan().step(running.turn().step()) instanceof AgentTask task
        ? task.agent()
        : dice.pick(RandomPlans.AGENTS);
  }

  private Assignee assignee() {
    return dice.oneIn(6)
        ? Assignee.ANYONE
        : dice.oneIn(4) ? Assignee.group("dba") : Assignee.person(dice.pick(RandomPlans.PEOPLE));
  }

  /** The instant at which somebody says that a timer was due. */
  Instant claimed(Instant due) {
    return dice.oneIn(4) ? due.minusSeconds(dice.below(100)) : due;
  }
}
