package dev.assent.notifier.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a delivery ended, as the log says: the final word, whatever the row says. There are two at
 * times: after a crash a delivery is made once more.
 *
 * @param state {@link DeliveryState#DELIVERED} or {@link DeliveryState#FAILED}
 * @param reason why it failed, a sentence without addresses; null after a success
 */
public record Receipt(UUID delivery, DeliveryState state, int attempts, @Nullable String reason) {

  /** Of two about the same delivery the one that says it arrived; else the later. */
  Receipt or(Receipt later) {
    return state == DeliveryState.DELIVERED ? this : later;
  }
}
