package dev.assent.timer.kafka;

import dev.assent.contract.envelope.SignalEnvelope;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.json.SignalCodec;
import dev.assent.eventlog.append.Append;
import dev.assent.eventlog.ask.LogEdge;
import dev.assent.timer.due.FiredSignals;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Appends what fired to the topic of signals, keyed by intent. */
public final class LoggedSignals implements FiredSignals {

  private final LogEdge log;
  private final String topic;

  public LoggedSignals(LogEdge log, String topic) {
    this.log = log;
    this.topic = topic;
  }

  @Override
  public CompletableFuture<Void> append(List<SignalEnvelope> signals) {
    return log.appendAll(signals.stream().map(this::record).toList());
  }

  private Append record(SignalEnvelope signal) {
    WireRecord wire = SignalCodec.encode(signal);
    return new Append(topic, wire.key(), wire.headers(), wire.value());
  }
}
