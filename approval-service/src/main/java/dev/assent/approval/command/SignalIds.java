package dev.assent.approval.command;

import dev.assent.contract.id.IntentId;
import dev.assent.contract.id.NamedUuid;
import dev.assent.contract.intent.Actor;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The ids of signals. */
public final class SignalIds {

  private SignalIds() {}

  /**
   * The id of a request: with a key, the same for the same sender, endpoint and intent.
   *
   * @param key the sender's own, or null if each sending is a new one
   */
  public static String of(Actor sender, String endpoint, IntentId intent, @Nullable String key) {
    return key == null || key.isBlank()
        ? UUID.randomUUID().toString()
        : NamedUuid.of(
                "assent-signal",
                sender.kind().name(),
                sender.id(),
                endpoint,
                intent.toString(),
                key.strip())
            .toString();
  }
}
