package dev.assent.cli.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.IntentCreated;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.intent.IntentSubmitted;
import dev.assent.contract.json.CanonicalJson;
import dev.assent.contract.plan.ApprovalPolicy;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.Fallback;
import dev.assent.contract.plan.HumanGate;
import dev.assent.contract.plan.Plan;
import dev.assent.contract.plan.Reminders;
import dev.assent.contract.plan.TaskSpec;
import dev.assent.contract.plan.TaskType;
import dev.assent.contract.signal.Signal;
import dev.assent.contract.timer.TimerKind;
import dev.assent.kernel.Kernel;
import dev.assent.kernel.decision.Decision;
import dev.assent.kernel.decision.Input;
import dev.assent.kernel.intent.IntentState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A short life, as the rules bring it about: asked, reminded, approved. */
final class Events {
  static final String INTENT = "0b6f3a52-6d0e-4c19-9d2b-5f0f6f1f2a01";
  private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
  private static final JsonNode PAYLOAD = JsonNodeFactory.instance.objectNode().put("t", 1);
  private static final TaskSpec TASK =
      new TaskSpec(
          TaskType.APPROVAL,
          "Add an index",
          null,
          List.of("approved", "rejected"),
          false,
          false,
          false,
          null);
  private static final HumanGate GATE =
      new HumanGate(
          "approve",
          TASK,
          new ApprovalPolicy(
              List.of(Assignee.person("ada")),
              new Reminders(List.of(Duration.ofMinutes(5)), null, 0),
              List.of(),
              null,
              new Fallback.Reject()),
          null,
          null);

  private final List<RecordedEvent> log = new ArrayList<>();
  private IntentState state = new IntentState.NotCreated();
  private Instant now = NINE;

  private Events() {}

  static List<RecordedEvent> approved() {
    Events life = new Events();
    life.born();
    life.take(Kernel.begin(life.state, "begin", life.now));
    life.now = NINE.plusSeconds(300);
    life.decide(new Signal.TimerFired(TimerKind.REMINDER, 3, life.now));
    life.now = NINE.plusSeconds(400);
    life.decide(
        new Signal.DecisionSubmitted(
            null,
            "approved",
            Actor.person("ada", List.of(), "session"),
            "web",
            "fine",
            null,
            null));
    return life.log;
  }

  private void born() {
    append(
        new IntentCreated(
            "ops.db.index.v1",
            "agent://acme/prod/planner",
            "human",
            null,
            "c",
            PAYLOAD,
            CanonicalJson.digest(PAYLOAD),
            null,
            "submission"));
    append(
        new IntentSubmitted(
            new Plan("Add an index", List.of(GATE), null, new Fallback.TimeOut()),
            null,
            List.of()));
  }

  private void decide(Signal signal) {
    take(Kernel.decide(state, new Input("input", now, signal)));
  }

  private void take(Decision decision) {
    switch (decision) {
      case Decision.Accepted(var events) -> events.forEach(this::append);
      case Decision.Refused(var refusal) -> throw new AssertionError(refusal.message());
    }
  }

  private void append(IntentEvent event) {
    int sequence = log.size() + 1;
    RecordedEvent recorded =
        new RecordedEvent(
            new Envelope(
                IntentId.of(INTENT), sequence, now, "approval", "c", "cause-" + sequence, null),
            event);
    state = Kernel.evolve(state, recorded);
    log.add(recorded);
  }
}
