package dev.assent.approval.process;

import dev.assent.approval.projection.ApprovalRow;
import dev.assent.approval.projection.Rows;
import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.intent.IntentEnding;
import dev.assent.contract.intent.IntentEvent;
import dev.assent.contract.json.EventCodec;
import dev.assent.contract.json.EventHash;
import dev.assent.contract.json.OutcomeCodec;
import dev.assent.eventlog.append.Append;
import dev.assent.eventlog.kafka.Topics;
import dev.assent.eventlog.loop.Turn;
import dev.assent.kernel.Kernel;
import dev.assent.kernel.intent.ImpossibleHistoryException;
import dev.assent.kernel.intent.IntentState;
import dev.assent.kernel.intent.IntentState.Ended;
import dev.assent.kernel.process.Completions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one record leads to, event by event. It lives for one turn. */
final class Telling {

  static final String SOURCE = "approval";

  private final Topics topics;
  private final List<Append> appends = new ArrayList<>();
  private final List<ApprovalRow> rows = new ArrayList<>();
  private ApprovalState state;

  Telling(Topics topics, ApprovalState state) {
    this.topics = topics;
    this.state = state;
  }

  ApprovalState state() {
    return state;
  }

  /**
   * A fact that stands in the log already.
   *
   * @throws ImpossibleHistoryException if it does not follow the one before it
   */
  Telling read(WireRecord wire) {
    RecordedEvent recorded = EventCodec.decode(wire);
    String previous = recorded.envelope().previousHash();
    // Logs from before the chain have none: then there is nothing to compare.
    if (previous != null && !previous.equals(state.head())) {
      throw new ImpossibleHistoryException(
          "Expected event %d to follow the event before it, but it names another hash than that has"
              .formatted(recorded.sequence()));
    }
    return tell(recorded, EventHash.of(wire));
  }

  private Telling tell(RecordedEvent recorded, String hash) {
    IntentState before = state.intent();
    IntentState after = Kernel.evolve(before, recorded);
    rows.addAll(Rows.of(before, recorded, after));
    state = state.next(after, recorded, hash);
    return this;
  }

  /** Facts that are decided now. */
  Telling tell(List<IntentEvent> events, Instant at, String cause, @Nullable String traceparent) {
    for (IntentEvent event : events) {
      Envelope envelope = envelope(at, cause, traceparent);
      RecordedEvent recorded = new RecordedEvent(envelope, event);
      WireRecord wire = EventCodec.encode(recorded);
      tell(recorded, EventHash.of(wire));
      append(topics.events(), wire);
      if (event instanceof IntentEnding ending && state.intent() instanceof Ended ended) {
        append(topics.completions(), OutcomeCodec.encode(Completions.of(ending, ended), envelope));
      }
    }
    return this;
  }

  Turn<ApprovalState, ApprovalRow> turn() {
    return new Turn<>(state, appends, rows);
  }

  private Envelope envelope(Instant at, String cause, @Nullable String traceparent) {
    IntentState intent = state.intent();
    var header = Standing.of(intent);
    return new Envelope(
        header.id(),
        intent.sequence() + 1,
        at,
        SOURCE,
        header.correlationId(),
        cause,
        traceparent,
        state.head());
  }

  private void append(String topic, WireRecord wire) {
    appends.add(new Append(topic, wire.key(), wire.headers(), wire.value()));
  }
}
