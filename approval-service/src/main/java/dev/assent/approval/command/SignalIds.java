package dev.assent.approval.command;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.approval.process.RequestId;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.id.NamedUuid;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.json.CanonicalJson;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.edge.RefusedException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ids of signals. */
public final class SignalIds {

  private SignalIds() {}

  /**
   * The id of a request: with a key, the same for the same wish of the same sender at the same
   * endpoint and intent.
   *
   * @param key the sender's own, or null if each sending is a new one
   * @param asked what the sender asks for: with the same key, only the very same is a repetition
   * @throws RefusedException if what is asked has no canonical form
   */
  public static String of(
      Actor sender, String endpoint, IntentId intent, @Nullable String key, JsonNode asked) {
    if (key == null || key.isBlank()) {
      return UUID.randomUUID().toString();
    }
    UUID place =
        NamedUuid.of(
            "assent-signal",
            sender.kind().name(),
            sender.id(),
            endpoint,
            intent.toString(),
            key.strip());
    return new RequestId(place, digest(asked)).toString();
  }

  private static String digest(JsonNode asked) {
    try {
      return CanonicalJson.digest(asked).substring(0, 32);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(RefusalCode.MALFORMED, String.valueOf(e.getMessage()));
    }
  }
}
