package dev.assent.contract.envelope;

import dev.assent.contract.id.IntentId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What travels beside an event.
 *
 * @param sequence the place in the intent's history: 1, 2, 3 … without gaps
 * @param time when it was decided; never used for order
 * @param source which service decided it
 * @param causationId the id of the input that it answers
 * @param traceparent W3C trace context of that input, or null
 */
public record Envelope(
    IntentId intentId,
    long sequence,
    Instant time,
    String source,
    String correlationId,
    String causationId,
    @Nullable String traceparent) {

  /** The event's own id: unique because an intent has one event of each sequence. */
  public String eventId() {
    return intentId + "/" + sequence;
  }
}
