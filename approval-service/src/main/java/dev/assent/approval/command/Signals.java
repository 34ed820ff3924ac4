package dev.assent.approval.command;

import dev.assent.approval.process.Keys;
import dev.assent.contract.envelope.SignalEnvelope;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.json.EventCodec;
import dev.assent.contract.json.OutcomeCodec;
import dev.assent.contract.json.SignalCodec;
import dev.assent.contract.signal.Signal;
import dev.assent.edge.AssentConfig;
import dev.assent.eventlog.append.Append;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.ask.LogEdge;
import dev.assent.eventlog.kafka.Topics;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** Puts signals into the log and waits for what comes of them. Blocks; made for virtual threads. */
@Singleton
public class Signals {

  private static final String SOURCE = "approval-http";

  private final LogEdge edge;
  private final Topics topics;
  private final Duration timeout;

  @Inject
  Signals(LogEdge edge, Topics topics, AssentConfig config) {
    this.edge = edge;
    this.topics = topics;
    this.timeout = config.answerTimeout();
  }

  /**
   * A signal on its way.
   *
   * @param id its own: the same again is answered, not decided again
   */
  public record Sent(String id, IntentId intent, Signal signal, @Nullable String traceparent) {}

  /**
   * Sends and waits.
   *
   * @throws dev.assent.eventlog.ask.AnswerTimeoutException if no answer came in time
   */
  public Answer ask(Sent sent) {
    SignalEnvelope envelope =
        new SignalEnvelope(
            sent.id(),
            sent.intent(),
            Instant.now().truncatedTo(ChronoUnit.MILLIS),
            SOURCE,
            sent.traceparent(),
            sent.signal());
    WireRecord wire = SignalCodec.encode(envelope);
    Append append = new Append(topics.signals(), wire.key(), wire.headers(), wire.value());
    try {
      return read(edge.ask(append, timeout).join());
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  private Answer read(List<LogRecord> records) {
    LogRecord first = records.getFirst();
    if (first.topic().equals(topics.refusals())) {
      return new Answer.Refused(OutcomeCodec.refusedInput(Keys.wire(first)).refusal());
    }
    return new Answer.Accepted(
        records.stream().map(record -> EventCodec.decode(Keys.wire(record))).toList());
  }
}
