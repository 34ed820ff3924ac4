package dev.assent.notifier.delivery;

import dev.assent.notifier.domain.DeliveryState;
import dev.assent.notifier.domain.Lane;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The deliveries, as workers need them. Every call throws when the database cannot answer. */
public interface DeliveryStore {

  /**
   * Takes due deliveries of these partitions, counting the attempt. Nobody else gets them before
   * the lease ends: a worker that dies leaves them to the next.
   */
  List<DueDelivery> claim(
      Lane lane, Collection<Integer> partitions, Instant now, Instant leaseEnd, int limit);

  /** Writes how attempts went; rows that the log settled meanwhile stay as they are. */
  void settle(List<Settlement> settlements);

  /** How many deliveries of these partitions wait, by lane. */
  Map<Lane, Long> waiting(Collection<Integer> partitions);

  /**
   * How an attempt went, as the row is to say it.
   *
   * @param nextAttemptAt when to try again; null in a final state
   * @param error the last failure, a sentence without addresses; null after a success
   */
  record Settlement(
      UUID delivery,
      DeliveryState state,
      @Nullable Instant nextAttemptAt,
      @Nullable String error) {}
}
