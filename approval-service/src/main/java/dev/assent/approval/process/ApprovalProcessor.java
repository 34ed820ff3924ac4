package dev.assent.approval.process;

import dev.assent.approval.projection.ApprovalRow;
import dev.assent.approval.projection.ApprovalRow.QuarantineRow;
import dev.assent.contract.envelope.CloudEventHeaders;
import dev.assent.contract.envelope.SignalEnvelope;
import dev.assent.contract.envelope.UnreadableRecordException;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.json.EventCodec;
import dev.assent.contract.json.SignalCodec;
import dev.assent.contract.outcome.Refusal;
import dev.assent.eventlog.append.Append;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.kafka.Records;
import dev.assent.eventlog.kafka.Topics;
import dev.assent.eventlog.loop.Processor;
import dev.assent.eventlog.loop.Turn;
import dev.assent.kernel.Kernel;
import dev.assent.kernel.decision.Decision;
import dev.assent.kernel.decision.Input;
import dev.assent.kernel.intent.ImpossibleHistoryException;
import dev.assent.kernel.intent.IntentState;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The decider. Signals go through the kernel and become events, an ending becomes a completion too,
 * and what is refused is written down with the reason. Facts of intake begin an intent.
 */
public final class ApprovalProcessor implements Processor<ApprovalState, ApprovalRow> {

  private final Topics topics;
  private final int partitions;
  private final InstantSource clock;
  private final StateStore store;
  private final ApprovalMetrics metrics;

  /**
   * @param partitions how many the topics have: input that a stranger's client put elsewhere than
   *     the key says is sent to its place
   * @param clock stamps what is decided; never used for order
   */
  public ApprovalProcessor(
      Topics topics,
      int partitions,
      InstantSource clock,
      StateStore store,
      ApprovalMetrics metrics) {
    this.topics = topics;
    this.partitions = partitions;
    this.clock = clock;
    this.store = store;
    this.metrics = metrics;
  }

  @Override
  public String keyOf(LogRecord record) {
    return Keys.of(record);
  }

  @Override
  public Map<String, ApprovalState> load(Connection db, Collection<String> keys)
      throws SQLException {
    return store.load(db, keys);
  }

  /** Intents are born of two facts, and a fetch may end between them. */
  @Override
  public boolean isEarly(ApprovalState state, LogRecord input) {
    return state.isUnborn();
  }

  @Override
  public ApprovalState initial(String key) {
    return ApprovalState.initial(key);
  }

  @Override
  public Turn<ApprovalState, ApprovalRow> take(ApprovalState state, LogRecord record) {
    return record.topic().equals(topics.events()) ? fact(state, record) : signal(state, record);
  }

  @Override
  public Turn<ApprovalState, ApprovalRow> apply(ApprovalState state, LogRecord record) {
    return read(state, record).turn();
  }

  /** Facts still come after this: they wait in the log until the view is rebuilt. */
  @Override
  public Turn<ApprovalState, ApprovalRow> quarantine(
      ApprovalState state, LogRecord record, RuntimeException error) {
    metrics.quarantined();
    String reason = reason(error);
    Instant now = now();
    return new Turn<>(
        state.quarantined(reason),
        List.of(refusal(record, Keys.inputId(record), Refusals.quarantined(reason), now)),
        List.of(
            new QuarantineRow(
                state.key(), reason, record.topic(), record.partition(), record.offset(), now)));
  }

  @Override
  public void write(Connection db, Map<String, ApprovalState> states, List<ApprovalRow> rows)
      throws SQLException {
    store.write(db, states.values(), rows);
  }

  /**
   * What is owed to a fact follows from the state: after a crash the fact is taken again, although
   * recovery has applied it, and then its intent may still have to begin.
   */
  private Turn<ApprovalState, ApprovalRow> fact(ApprovalState state, LogRecord record) {
    Telling telling = read(state, record);
    IntentState intent = telling.state().intent();
    boolean isLast = intent.sequence() == EventCodec.sequence(Keys.wire(record));
    if (telling.state().quarantine() != null
        || !isLast
        || !(intent instanceof IntentState.Submitted)) {
      return telling.turn();
    }
    String cause = Keys.inputId(record);
    Instant now = now();
    return switch (Kernel.begin(intent, cause, now)) {
      case Decision.Accepted(var events) ->
          telling.tell(events, now, cause, record.header(CloudEventHeaders.TRACEPARENT)).turn();
      case Decision.Refused(Refusal refusal) ->
          throw new IllegalStateException("a submitted intent that cannot begin: " + refusal);
    };
  }

  private Telling read(ApprovalState state, LogRecord record) {
    Telling telling = new Telling(topics, state);
    WireRecord wire = Keys.wire(record);
    boolean isSeen = EventCodec.sequence(wire) <= state.intent().sequence();
    if (isSeen || state.quarantine() != null) {
      return telling;
    }
    return telling.read(wire);
  }

  private Turn<ApprovalState, ApprovalRow> signal(ApprovalState state, LogRecord record) {
    SignalEnvelope envelope;
    try {
      envelope = SignalCodec.decode(Keys.wire(record));
    } catch (UnreadableRecordException e) {
      Refusal refusal = Refusal.malformed(List.of(String.valueOf(e.getMessage())));
      return refused(state, record, Keys.inputId(record), refusal);
    }
    String key = state.key();
    if (Records.partitionOf(key, partitions) != record.partition()) {
      Append elsewhere = new Append(topics.signals(), key, record.headers(), record.value());
      return new Turn<>(state, List.of(elsewhere), List.of());
    }
    if (state.quarantine() != null) {
      return refused(state, record, envelope.id(), Refusals.quarantined(state.quarantine()));
    }
    return decide(state, record, envelope);
  }

  private Turn<ApprovalState, ApprovalRow> decide(
      ApprovalState state, LogRecord record, SignalEnvelope envelope) {
    String input = envelope.id();
    if (state.answered().contains(input)) {
      return refused(state, record, input, Refusals.duplicate(state.intent(), input));
    }
    Optional<String> other = state.answered().contradicting(input);
    if (other.isPresent()) {
      return refused(state, record, input, Refusals.keyReused(state.intent(), other.get()));
    }
    Instant now = now();
    return switch (Kernel.decide(state.intent(), new Input(input, now, envelope.signal()))) {
      case Decision.Refused(Refusal refusal) -> refused(state, record, input, refusal);
      // Whoever waits for an answer must find a record of one.
      case Decision.Accepted(var events) when events.isEmpty() ->
          refused(state, record, input, Refusals.duplicate(state.intent(), input));
      case Decision.Accepted(var events) -> {
        metrics.accepted();
        yield new Telling(topics, state).tell(events, now, input, envelope.traceparent()).turn();
      }
    };
  }

  private Turn<ApprovalState, ApprovalRow> refused(
      ApprovalState state, LogRecord record, String input, Refusal refusal) {
    metrics.refused(refusal.code());
    return new Turn<>(state, List.of(refusal(record, input, refusal, now())), List.of());
  }

  private Append refusal(LogRecord record, String input, Refusal refusal, Instant at) {
    return Refusals.append(topics, record, input, refusal, at);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }

  /** Our own messages carry no payloads; those of a bug might, so that only its place is told. */
  private static String reason(RuntimeException error) {
    boolean foreseen =
        error instanceof UnreadableRecordException || error instanceof ImpossibleHistoryException;
    String text = foreseen ? String.valueOf(error.getMessage()) : error.getClass().getSimpleName();
    return text.length() > 500 ? text.substring(0, 500) : text;
  }
}
