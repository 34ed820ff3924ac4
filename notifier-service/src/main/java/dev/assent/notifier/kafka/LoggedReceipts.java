package dev.assent.notifier.kafka;

import dev.assent.contract.envelope.SignalEnvelope;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.json.SignalCodec;
import dev.assent.eventlog.append.Append;
import dev.assent.eventlog.ask.LogEdge;
import dev.assent.notifier.delivery.Receipts;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Appends receipts to the topic of signals, keyed by intent. */
public final class LoggedReceipts implements Receipts {

  private final LogEdge log;
  private final String topic;

  public LoggedReceipts(LogEdge log, String topic) {
    this.log = log;
    this.topic = topic;
  }

  @Override
  public CompletableFuture<Void> append(List<SignalEnvelope> receipts) {
    return log.appendAll(receipts.stream().map(this::record).toList());
  }

  private Append record(SignalEnvelope receipt) {
    WireRecord wire = SignalCodec.encode(receipt);
    return new Append(topic, wire.key(), wire.headers(), wire.value());
  }
}
