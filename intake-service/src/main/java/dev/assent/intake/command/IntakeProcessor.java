package dev.assent.intake.command;

import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.json.EventCodec;
import dev.assent.contract.json.EventHash;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.eventlog.append.Append;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.kafka.Topics;
import dev.assent.eventlog.loop.Processor;
import dev.assent.eventlog.loop.Turn;
import dev.assent.intake.domain.Parsed;
import dev.assent.intake.domain.Submission;
import dev.assent.intake.domain.SubmissionParser;
import dev.assent.intake.kafka.Inbound;
import dev.assent.intake.kafka.Inbox;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides which submissions become intents, and keeps intake's view of all events.
 *
 * <p>An intent's id follows from who sent what under which key, so a repetition meets the intent
 * that it made before: the same content is answered as a {@code DUPLICATE}, another one is refused.
 * What strangers put on the topic is refused with a reason; none of it stops the flow.
 */
public final class IntakeProcessor implements Processor<IntakeState, IntakeRow> {

  /** What the events and refusals of this service name as their source. */
  public static final String SOURCE = "intake";

  /** Counts what became of submissions: {@code accepted}, or a refusal's code in lower case. */
  public interface Outcomes {
    void count(String outcome);
  }

  private final Topics topics;
  private final Inbox inbox;
  private final SubmissionParser parser;
  private final IntakeStore store;
  private final InstantSource clock;
  private final Rekeying rekeying;
  private final Refusals refusals;
  private final Outcomes outcomes;

  /** Foreign records are read for their key first and decided later: read once, kept in between. */
  private final Map<String, Inbound> read = new HashMap<>();

  public IntakeProcessor(
      Topics topics,
      Inbox inbox,
      SubmissionParser parser,
      IntakeStore store,
      Rekeying rekeying,
      InstantSource clock,
      Outcomes outcomes) {
    this.topics = topics;
    this.inbox = inbox;
    this.parser = parser;
    this.store = store;
    this.clock = clock;
    this.rekeying = rekeying;
    this.refusals = new Refusals(topics.refusals());
    this.outcomes = outcomes;
  }

  @Override
  public String keyOf(LogRecord record) {
    if (isFact(record)) {
      String key = record.key();
      return key == null ? Inbox.placeOf(record) : key;
    }
    String sealed = Inbox.sealedKey(record);
    if (sealed != null) {
      return sealed;
    }
    return switch (read.computeIfAbsent(Inbox.placeOf(record), _ -> inbox.read(record))) {
      case Inbound.Readable in -> in.intent().toString();
      case Inbound.Unreadable _ -> Inbox.placeOf(record);
    };
  }

  @Override
  public Map<String, IntakeState> load(Connection db, Collection<String> keys) throws SQLException {
    return store.load(db, keys);
  }

  @Override
  public IntakeState initial(String key) {
    return IntakeState.UNBORN;
  }

  @Override
  public Turn<IntakeState, IntakeRow> take(IntakeState state, LogRecord record) {
    if (isFact(record)) {
      return apply(state, record);
    }
    Inbound kept = read.remove(Inbox.placeOf(record));
    return switch (kept == null ? inbox.read(record) : kept) {
      case Inbound.Readable in -> decide(state, record, in);
      case Inbound.Unreadable bad -> refuse(state, record, bad.input(), null, bad.refusal());
    };
  }

  @Override
  public Turn<IntakeState, IntakeRow> apply(IntakeState state, LogRecord fact) {
    WireRecord wire = new WireRecord(fact.key(), fact.headers(), fact.value());
    if (state.quarantine() != null || EventCodec.sequence(wire) <= state.sequence()) {
      return Turn.unchanged(state);
    }
    RecordedEvent event = EventCodec.decode(wire);
    return new Turn<>(state.after(event), List.of(), IntakeRows.of(event, fact.value()));
  }

  @Override
  public Turn<IntakeState, IntakeRow> quarantine(
      IntakeState state, LogRecord record, RuntimeException error) {
    IntentId intent = intentOf(record);
    read.remove(Inbox.placeOf(record));
    String reason = error.getClass().getSimpleName() + " at " + Inbox.placeOf(record);
    Refusal refusal =
        Refusal.of(
            RefusalCode.QUARANTINED,
            "Expected to go on with this, but it met a fault of Assent itself ("
                + reason
                + "); an operator must look at it");
    String input = Inbox.inputOf(record);
    return new Turn<>(
        state.quarantined(reason),
        List.of(refusals.of(record, input, intent, refusal, now())),
        List.of());
  }

  @Override
  public void write(Connection db, Map<String, IntakeState> states, List<IntakeRow> rows)
      throws SQLException {
    store.write(db, states, rows);
  }

  private Turn<IntakeState, IntakeRow> decide(
      IntakeState state, LogRecord record, Inbound.Readable in) {
    if (rekeying.isNeeded(record, in)) {
      return new Turn<>(state, List.of(rekeying.move(record, in)), List.of());
    }
    Refusal refusal = known(state, in);
    if (refusal != null) {
      return refuse(state, record, in.input(), in.intent(), refusal);
    }
    Instant now = now();
    return switch (parser.parse(in.submission(), in.form(), in.sender(), in.intent(), now)) {
      case Parsed.Valid valid -> bear(state, in, valid.submission(), now);
      case Parsed.Invalid bad -> refuse(state, record, in.input(), in.intent(), bad.refusal());
    };
  }

  /** Why this cannot be a new intent; null if it can. */
  private static @Nullable Refusal known(IntakeState state, Inbound.Readable in) {
    if (state.quarantine() != null) {
      return Refusal.of(
          RefusalCode.QUARANTINED,
          "Expected an intent in order, but it met a fault before ("
              + state.quarantine()
              + "); an operator must look at it");
    }
    if (!state.isBorn()) {
      return null;
    }
    boolean same = SubmissionParser.digest(in.submission()).equals(state.submissionDigest());
    return same
        ? Refusal.of(
            RefusalCode.DUPLICATE,
            "This was accepted before as intent " + in.intent() + ", and is not sent again")
        : Refusal.of(
            RefusalCode.IDEMPOTENCY_KEY_REUSED,
            "idempotency key reused with different payload: intent "
                + in.intent()
                + " was accepted under it; use a new key for a new intent");
  }

  private Turn<IntakeState, IntakeRow> bear(
      IntakeState unborn, Inbound.Readable in, Submission submission, Instant now) {
    IntakeState state = unborn;
    List<Append> appends = new ArrayList<>(2);
    List<IntakeRow> rows = new ArrayList<>(6);
    WireRecord before = null;
    for (RecordedEvent born : Births.of(in, submission, now)) {
      RecordedEvent event = born.after(before == null ? null : EventHash.of(before));
      WireRecord wire = EventCodec.encode(event);
      before = wire;
      appends.add(new Append(topics.events(), wire.key(), wire.headers(), wire.value()));
      rows.addAll(IntakeRows.of(event, wire.value()));
      state = state.after(event);
    }
    outcomes.count("accepted");
    return new Turn<>(state, appends, rows);
  }

  private Turn<IntakeState, IntakeRow> refuse(
      IntakeState state,
      LogRecord record,
      String input,
      @Nullable IntentId intent,
      Refusal refusal) {
    outcomes.count(refusal.code().name().toLowerCase(Locale.ROOT));
    return new Turn<>(
        state, List.of(refusals.of(record, input, intent, refusal, now())), List.of());
  }

  private @Nullable IntentId intentOf(LogRecord record) {
    try {
      return IntentId.of(keyOf(record));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private boolean isFact(LogRecord record) {
    return record.topic().equals(topics.events());
  }

  /** Milliseconds: finer ones would not survive every client's clock format. */
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
