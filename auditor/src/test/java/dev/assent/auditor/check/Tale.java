package dev.assent.auditor.check;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.envelope.SignalEnvelope;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.IntentCreated;
import dev.assent.contract.intent.IntentEnding;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.intent.IntentSubmitted;
import dev.assent.contract.json.EventCodec;
import dev.assent.contract.json.EventHash;
import dev.assent.contract.json.OutcomeCodec;
import dev.assent.contract.json.SignalCodec;
import dev.assent.contract.outcome.Completion;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusedInput;
import dev.assent.contract.plan.ApprovalPolicy;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.Fallback;
import dev.assent.contract.plan.HumanGate;
import dev.assent.contract.plan.Plan;
import dev.assent.contract.plan.Reminders;
import dev.assent.contract.plan.TaskSpec;
import dev.assent.contract.plan.TaskType;
import dev.assent.contract.signal.Signal;
import dev.assent.eventlog.kafka.Topics;
import dev.assent.kernel.Kernel;
import dev.assent.kernel.decision.Decision;
import dev.assent.kernel.decision.Input;
import dev.assent.kernel.intent.IntentState;
import dev.assent.kernel.process.Completions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An intent as Assent itself would tell it into the log: with inputs, events and completions. */
public final class Tale {

  public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
  private static final Topics TOPICS = MadeUpLog.TOPICS;

  final String id;
  private final MadeUpLog log;
  private final IntentId intent;
  private IntentState state = new IntentState.NotCreated();
  private @Nullable String head;

  private Tale(MadeUpLog log, int number) {
    this.log = log;
    this.intent = new IntentId(new UUID(0x8000L, number));
    this.id = intent.toString();
  }

  /** It waits for a person, with a deadline of an hour. */
  public static Tale waiting(MadeUpLog log, int number) {
    Tale tale = new Tale(log, number);
    tale.submit();
    return tale;
  }

  /** A person has approved it. */
  public static Tale approved(MadeUpLog log, int number) {
    Tale tale = waiting(log, number);
    tale.decide("approved");
    return tale;
  }

  private void submit() {
    String input = "submission-" + id;
    log.add(TOPICS.intents(), new WireRecord(id, Map.of("ce_id", input), new byte[0]));
    tell(created(), "intake", input);
    tell(new IntentSubmitted(plan(), null, List.of()), "intake", input);
    String fact = id + "/2";
    accepted(Kernel.begin(state, fact, NOON)).forEach(event -> tell(event, "approval", fact));
  }

  void decide(String outcome) {
    Signal decision =
        new Signal.DecisionSubmitted(
            null, outcome, Actor.person("ada", List.of(), "session"), "web", null, null, null);
    String input = "decision-" + id;
    log.add(
        TOPICS.signals(),
        SignalCodec.encode(new SignalEnvelope(input, intent, NOON, "approval", null, decision)));
    accepted(Kernel.decide(state, new Input(input, NOON, decision)))
        .forEach(event -> tell(event, "approval", input));
  }

  private static List<IntentEvent> accepted(Decision decision) {
    return ((Decision.Accepted) decision).events();
  }

  private void tell(IntentEvent event, String source, String cause) {
    RecordedEvent recorded = recorded(sequence() + 1, event, source, cause).after(head);
    state = Kernel.evolve(state, recorded);
    add(recorded);
    head = EventHash.of(EventCodec.encode(recorded));
    if (event instanceof IntentEnding ending && state instanceof IntentState.Ended ended) {
      complete(Completions.of(ending, ended));
    }
  }

  RecordedEvent recorded(long sequence, IntentEvent event, String source, String cause) {
    return new RecordedEvent(
        new Envelope(intent, sequence, NOON, source, "correlation", cause, null), event);
  }

  /** Appends an event, whatever it is. */
  long add(RecordedEvent event) {
    return log.add(TOPICS.events(), EventCodec.encode(event));
  }

  /** Appends a completion, whatever it says. */
  long complete(Completion completion) {
    return log.add(
        TOPICS.completions(),
        OutcomeCodec.encode(
            completion, new Envelope(intent, 9, NOON, "approval", "correlation", "cause", null)));
  }

  /** Appends a signal that nothing answers. */
  static long unanswered(MadeUpLog log, String input) {
    return log.add(TOPICS.signals(), new WireRecord("x", Map.of("ce_id", input), new byte[0]));
  }

  /** Appends a refusal of the signal at this offset. */
  static void refuse(MadeUpLog log, String input, long offset) {
    log.add(
        TOPICS.refusals(),
        OutcomeCodec.encode(
            new RefusedInput(
                Refusal.malformed(List.of("all of it")),
                input,
                null,
                TOPICS.signals(),
                0,
                offset,
                ""),
            NOON,
            "approval",
            null));
  }

  IntentState state() {
    return state;
  }

  long sequence() {
    return state.sequence();
  }

  private static IntentEvent created() {
    return new IntentCreated(
        "db.change.v1",
        "agent://acme/prod/migrator",
        "human",
        null,
        "correlation",
        JsonNodeFactory.instance.objectNode().put("secret", "payload"),
        "digest",
        null,
        "digest");
  }

  private static Plan plan() {
    TaskSpec task =
        new TaskSpec(
            TaskType.APPROVAL,
            "Add an index",
            null,
            List.of("approved", "rejected"),
            false,
            false,
            false,
            null);
    ApprovalPolicy policy =
        new ApprovalPolicy(
            List.of(Assignee.person("ada")),
            Reminders.NONE,
            List.of(),
            Duration.ofHours(1),
            new Fallback.Reject());
    return new Plan(
        "Add an index",
        List.of(new HumanGate("gate", task, policy, null, null)),
        null,
        new Fallback.TimeOut());
  }
}
