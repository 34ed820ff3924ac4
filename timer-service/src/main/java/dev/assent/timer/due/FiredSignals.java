package dev.assent.timer.due;

import dev.assent.contract.envelope.SignalEnvelope;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Where signals go. */
public interface FiredSignals {

  /** Appends all; completes when the last is acknowledged, fails when one is not. */
  CompletableFuture<Void> append(List<SignalEnvelope> signals);
}
