package dev.assent.approval.process;

import dev.assent.approval.projection.ApprovalRow;
import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.envelope.SignalEnvelope;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.IntentCreated;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.intent.IntentSubmitted;
import dev.assent.contract.json.CanonicalJson;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.json.EventCodec;
import dev.assent.contract.json.OutcomeCodec;
import dev.assent.contract.json.SignalCodec;
import dev.assent.contract.outcome.Completion;
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
import dev.assent.contract.signal.Signal.DecisionSubmitted;
import dev.assent.eventlog.append.Append;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.kafka.Records;
import dev.assent.eventlog.kafka.Topics;
import dev.assent.eventlog.loop.Turn;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A decider with one intent on its desk, fed record by record. */
final class Desk {

  static final int PARTITIONS = 4;
  static final Topics TOPICS = new Topics("t.");
  static final Instant NOW = Instant.parse("2026-11-22T14:03:00Z");
  static final IntentId INTENT = IntentId.of("6f1c2d34-0a4b-4c1e-9d35-5f6f0a2b7c11");
  static final Actor ADA = Actor.person("ada", List.of(), "session");
  static final Actor BO = Actor.person("bo", List.of("sre"), "session");
  static final String DIGEST =
      CanonicalJson.digest(ContractJson.MAPPER.createObjectNode().put("table", "orders"));

  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  final ApprovalProcessor processor =
      new ApprovalProcessor(
          TOPICS, PARTITIONS, () -> NOW, new NoStore(), new ApprovalMetrics(meters));
  final List<ApprovalRow> rows = new ArrayList<>();
  ApprovalState state = ApprovalState.initial(INTENT.toString());
  List<Append> appended = List.of();
  private long offset;

  /** An intent that was submitted and whose gate is open. */
  static Desk waiting() {
    Desk desk = new Desk();
    desk.take(desk.created()).take(desk.submitted());
    return desk;
  }

  Desk take(LogRecord record) {
    return turned(turn(record));
  }

  Desk apply(LogRecord fact) {
    return turned(processor.apply(state, fact));
  }

  /** What the loop does with a record: a bug or a broken history holds the key. */
  private Turn<ApprovalState, ApprovalRow> turn(LogRecord record) {
    try {
      return processor.take(state, record);
    } catch (RuntimeException e) {
      return processor.quarantine(state, record, e);
    }
  }

  private Desk turned(Turn<ApprovalState, ApprovalRow> turn) {
    state = turn.state();
    appended = turn.appends();
    rows.addAll(turn.rows());
    return this;
  }

  LogRecord created() {
    return fact(
        1,
        new IntentCreated(
            "intent.infra.change_approval.v1",
            "agent://acme/prod/migrator",
            "human",
            null,
            "correlation-1",
            ContractJson.MAPPER.createObjectNode().put("table", "orders"),
            DIGEST,
            null,
            "submission-digest"));
  }

  LogRecord submitted() {
    TaskSpec task =
        new TaskSpec(
            TaskType.APPROVAL,
            "Add index",
            null,
            List.of("approved", "rejected"),
            false,
            false,
            false,
            null);
    ApprovalPolicy policy =
        new ApprovalPolicy(
            List.of(Assignee.person("ada"), Assignee.group("sre")),
            Reminders.NONE,
            List.of(),
            Duration.ofHours(1),
            new Fallback.Reject());
    HumanGate gate = new HumanGate("approval", task, policy, null, null);
    Plan plan = new Plan("Add index", List.of(gate), null, new Fallback.TimeOut());
    return fact(2, new IntentSubmitted(plan, null, List.of()));
  }

  LogRecord fact(long sequence, IntentEvent event) {
    Envelope envelope =
        new Envelope(INTENT, sequence, NOW, "intake", "correlation-1", "submission-1", null);
    return record(TOPICS.events(), EventCodec.encode(new RecordedEvent(envelope, event)));
  }

  static DecisionSubmitted decision(Actor by, String outcome, @Nullable String digest) {
    return new DecisionSubmitted(null, outcome, by, "web", "because", null, digest);
  }

  LogRecord signal(String id, Signal signal) {
    SignalEnvelope envelope = new SignalEnvelope(id, INTENT, NOW, "test", null, signal);
    return record(TOPICS.signals(), SignalCodec.encode(envelope));
  }

  LogRecord record(String topic, WireRecord wire) {
    String key = String.valueOf(wire.key());
    return record(topic, Records.partitionOf(key, PARTITIONS), wire.key(), wire);
  }

  LogRecord record(String topic, int partition, @Nullable String key, WireRecord wire) {
    return new LogRecord(topic, partition, offset++, key, wire.headers(), wire.value(), 0);
  }

  /** What was appended last, as the log will hand it back. */
  List<LogRecord> echo() {
    return appended.stream()
        .map(a -> record(a.topic(), new WireRecord(a.key(), a.headers(), a.value())))
        .toList();
  }

  List<RecordedEvent> events() {
    return wires(TOPICS.events()).stream().map(EventCodec::decode).toList();
  }

  List<String> eventNames() {
    return events().stream()
        .map(each -> each.sequence() + " " + each.event().getClass().getSimpleName())
        .toList();
  }

  Completion completion() {
    return OutcomeCodec.completion(wires(TOPICS.completions()).getFirst());
  }

  RefusedInput refused() {
    return OutcomeCodec.refusedInput(wires(TOPICS.refusals()).getFirst());
  }

  private List<WireRecord> wires(String topic) {
    return appended.stream()
        .filter(append -> append.topic().equals(topic))
        .map(append -> new WireRecord(append.key(), append.headers(), append.value()))
        .toList();
  }

  /** Nothing here reads or writes a database. */
  private record NoStore() implements StateStore {

    @Override
    public Map<String, ApprovalState> load(Connection db, Collection<String> keys) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void write(Connection db, Collection<ApprovalState> states, List<ApprovalRow> rows) {
      throw new UnsupportedOperationException();
    }
  }
}
