package dev.assent.kernel.intent;

import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.IntentCreated;
import org.jspecify.annotations.Nullable;

/** What every decision about an intent needs to know of its birth. */
public record IntentHeader(
    IntentId id,
    String intentType,
    String from,
    String to,
    @Nullable String replyTo,
    String correlationId,
    String payloadDigest) {

  static IntentHeader of(IntentId id, IntentCreated created) {
    return new IntentHeader(
        id,
        created.intentType(),
        created.from(),
        created.to(),
        created.replyTo(),
        created.correlationId(),
        created.payloadDigest());
  }

  IntentHeader withPayloadDigest(String digest) {
    return new IntentHeader(id, intentType, from, to, replyTo, correlationId, digest);
  }
}
