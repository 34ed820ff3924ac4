package dev.assent.eventlog.kafka;

import org.jspecify.annotations.Nullable;

/**
 * How topics are made that are not there yet.
 *
 * @param partitions of each
 * @param replicas copies of each partition; null leaves that to the brokers' own default
 * @param minInSync how many copies must hold an append before it is acknowledged; null asks for two
 *     where three or more are wished for, and else leaves that to the brokers, too
 */
public record TopicPlan(int partitions, @Nullable Short replicas, @Nullable Integer minInSync) {

  private static final int ENOUGH_TO_LOSE_ONE = 3;

  public TopicPlan {
    if (replicas != null && minInSync != null && minInSync > replicas) {
      throw new IllegalArgumentException(
          "Expected assent.topics.min-insync-replicas to be at most"
              + " assent.topics.replication-factor, but got "
              + minInSync
              + " of "
              + replicas
              + ": nothing could ever be appended");
    }
    if (minInSync == null && replicas != null && replicas >= ENOUGH_TO_LOSE_ONE) {
      minInSync = 2;
    }
  }

  /** Leaves all but the number of partitions to the brokers. */
  public static TopicPlan ofPartitions(int partitions) {
    return new TopicPlan(partitions, null, null);
  }
}
