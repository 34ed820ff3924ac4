package dev.assent.contract.envelope;

import dev.assent.contract.id.IntentId;
import dev.assent.contract.signal.Signal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signal with what travels beside it.
 *
 * @param id the input's own id; whoever waits for the answer looks for it as a cause
 * @param time when its sender says that it was sent
 */
public record SignalEnvelope(
    String id,
    IntentId intentId,
    Instant time,
    String source,
    @Nullable String traceparent,
    Signal signal) {}
