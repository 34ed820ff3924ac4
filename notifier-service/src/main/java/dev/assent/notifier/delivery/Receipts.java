package dev.assent.notifier.delivery;

import dev.assent.contract.envelope.SignalEnvelope;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Where receipts go. */
public interface Receipts {

  /** Appends all; completes when the last is acknowledged, fails when one is not. */
  CompletableFuture<Void> append(List<SignalEnvelope> receipts);
}
