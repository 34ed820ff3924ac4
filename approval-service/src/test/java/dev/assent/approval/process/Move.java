package dev.assent.approval.process;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.id.TaskId;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.ErrorInfo;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.contract.json.CanonicalJson;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.signal.Signal;
import dev.assent.contract.signal.Signal.DecisionSubmitted;
import dev.assent.contract.signal.Signal.EditSubmitted;
import dev.assent.contract.signal.Signal.ResolveSubmitted;
import dev.assent.contract.signal.Signal.ResultSubmitted;
import dev.assent.contract.signal.Signal.TimerFired;
import dev.assent.contract.signal.Signal.TransferSubmitted;
import dev.assent.contract.signal.StepAttempt;
import dev.assent.contract.timer.TimerKind;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * An input of a race, by what it is called in the table. A gate that opens first arms its timers
 * with event 3; the deadline of the whole intent is armed with event 2.
 */
record Move(String name, Input input) {

  /** What it sends, to an intent of this setting. */
  interface Input {
    Signal to(IntentId intent, Setting setting);
  }

  private static final Actor SENDER = Actor.agent(Intake.SENDER, "api_key");
  private static final Map<String, Move> BY_NAME = new HashMap<>();

  static {
    for (String person : List.of("ada", "bo", "cy", "dee")) {
      decisions(person);
      add(person + " hands the first over", (intent, at) -> transfer(first(intent), person));
      add(person + " hands over", (intent, at) -> transfer(null, person));
      add(person + " edits", (intent, at) -> edit(null, at, person));
      add(person + " edits at the first", (intent, at) -> edit(first(intent), at, person));
    }
    timer("a reminder is due", TimerKind.REMINDER, 3);
    timer("it escalates", TimerKind.ESCALATION, 3);
    timer("time is up", TimerKind.STEP_DEADLINE, 3);
    timer("the intent's time is up", TimerKind.INTENT_DEADLINE, 2);
    timer("build is tried again", TimerKind.REDELIVERY, 4);
    add("the sender cancels", (intent, at) -> ended(SENDER, IntentStatus.CANCELED));
    add("ada cancels", (intent, at) -> ended(person("ada"), IntentStatus.CANCELED));
    add("build 1 is done", (intent, at) -> result(null, "build", 1));
    add("build 2 is done", (intent, at) -> result(null, "build", 2));
    add("report 1 is done", (intent, at) -> result(null, "report", 1));
    add("build 1 fails", (intent, at) -> result(new ErrorInfo("full", "No."), "build", 1));
  }

  /**
   * The move of this name.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Move of(String name) {
    Move move = BY_NAME.get(name);
    if (move == null) {
      throw new IllegalArgumentException("no such move: " + name);
    }
    return move;
  }

  static Actor person(String id) {
    return Actor.person(id, id.equals("bo") ? List.of("sre") : List.of(), "session");
  }

  private static void decisions(String person) {
    add(
        person + " approves",
        (intent, at) -> decision(person, "approved", first(intent), digest(at)));
    add(
        person + " rejects",
        (intent, at) -> decision(person, "rejected", first(intent), digest(at)));
    add(
        person + " approves unseen",
        (intent, at) -> decision(person, "approved", first(intent), null));
    add(
        person + " approves what was edited",
        (intent, at) ->
            decision(person, "approved", first(intent), CanonicalJson.digest(edited(at))));
  }

  private static void add(String name, Input input) {
    BY_NAME.put(name, new Move(name, input));
  }

  private static void timer(String name, TimerKind kind, long generation) {
    add(name, (intent, at) -> new TimerFired(kind, generation, Instant.EPOCH));
  }

  private static Signal decision(String by, String outcome, TaskId task, String digest) {
    return new DecisionSubmitted(task, outcome, person(by), "web", null, null, digest);
  }

  private static Signal transfer(TaskId task, String by) {
    return new TransferSubmitted(task, person(by), Assignee.person("dee"), "on leave");
  }

  private static Signal edit(TaskId task, Setting at, String by) {
    return new EditSubmitted(task, person(by), edited(at), digest(at));
  }

  private static Signal ended(Actor by, IntentStatus status) {
    return new ResolveSubmitted(by, status, null, null, "not needed");
  }

  private static Signal result(ErrorInfo error, String step, int attempt) {
    ObjectNode result = ContractJson.MAPPER.createObjectNode().put("of", step + " " + attempt);
    return new ResultSubmitted(
        Actor.agent(Setting.AGENT, "api_key"),
        error == null ? result : null,
        error,
        new StepAttempt(step, attempt));
  }

  private static TaskId first(IntentId intent) {
    return TaskId.ofGate(intent, "first");
  }

  private static String digest(Setting at) {
    return CanonicalJson.digest(Intake.payload(at.plan().title()));
  }

  private static ObjectNode edited(Setting at) {
    return Intake.payload(at.plan().title()).put("amount", 7);
  }
}
