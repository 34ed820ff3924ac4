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
 * @param previousHash the hash of the intent's previous event, as {@link
 *     dev.assent.contract.json.EventHash} makes it; null for the first
 */
public record Envelope(
    IntentId intentId,
    long sequence,
    Instant time,
    String source,
    String correlationId,
    String causationId,
    @Nullable String traceparent,
    @Nullable String previousHash) {

  /** An envelope that follows no other yet. */
  public Envelope(
      IntentId intentId,
      long sequence,
      Instant time,
      String source,
      String correlationId,
      String causationId,
      @Nullable String traceparent) {
    this(intentId, sequence, time, source, correlationId, causationId, traceparent, null);
  }

  /** The same, chained to the event before it. */
  public Envelope after(@Nullable String hash) {
    return new Envelope(
        intentId, sequence, time, source, correlationId, causationId, traceparent, hash);
  }

  /** The event's own id: unique because an intent has one event of each sequence. */
  public String eventId() {
    return intentId + "/" + sequence;
  }
}
