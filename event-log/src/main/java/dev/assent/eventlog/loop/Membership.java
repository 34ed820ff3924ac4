package dev.assent.eventlog.loop;

import java.time.Duration;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.clients.consumer.KafkaConsumer;

/**
 * A loop's place among the owners. A life that ends by a fault keeps it for the next, which gets
 * the same partitions back at once; one that is stopped gives it up, so that others take over at
 * once.
 */
final class Membership implements AutoCloseable {

  private final KafkaConsumer<String, byte[]> consumer;
  private volatile boolean givenUp;

  Membership(KafkaConsumer<String, byte[]> consumer) {
    this.consumer = consumer;
  }

  /** From any thread: wakes the consumer, and leaves when it is closed. */
  void giveUp() {
    leaveOnClose();
    consumer.wakeup();
  }

  /** From any thread: leaves when it is closed, and lets the consumer finish what it does. */
  void leaveOnClose() {
    givenUp = true;
  }

  boolean isGivenUp() {
    return givenUp;
  }

  @Override
  public void close() {
    consumer.close(
        CloseOptions.timeout(Duration.ofSeconds(2))
            .withGroupMembershipOperation(
                givenUp
                    ? GroupMembershipOperation.LEAVE_GROUP
                    : GroupMembershipOperation.REMAIN_IN_GROUP));
  }
}
