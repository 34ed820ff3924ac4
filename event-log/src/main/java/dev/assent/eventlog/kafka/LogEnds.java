package dev.assent.eventlog.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;

/**
 * Where partitions begin and end, and how far their owners have come. An end is the high watermark,
 * which open transactions do not hold back.
 */
public final class LogEnds {

  private LogEnds() {}

  /** The end offset of each of these partitions of a topic, now. */
  public static Map<Integer, Long> of(
      KafkaSettings settings, String name, String topic, Collection<Integer> partitions) {
    try (KafkaConsumer<String, byte[]> reader = Clients.endReader(settings, name)) {
      Map<Integer, Long> ends = new HashMap<>();
      reader
          .endOffsets(of(topic, partitions), Duration.ofSeconds(30))
          .forEach((at, end) -> ends.put(at.partition(), end));
      reader.close(CloseOptions.timeout(Duration.ofSeconds(1)));
      return ends;
    }
  }

  /**
   * How many partitions a topic has.
   *
   * @throws IllegalStateException with what to do, if the broker or the topic is not there
   */
  public static int partitions(KafkaSettings settings, String name, String topic) {
    try (KafkaConsumer<String, byte[]> reader = Clients.endReader(settings, name)) {
      List<PartitionInfo> found = reader.listTopics(Duration.ofSeconds(15)).get(topic);
      if (found == null || found.isEmpty()) {
        throw new IllegalStateException(
            "Expected a topic "
                + topic
                + " at "
                + settings.bootstrapServers()
                + ", but there is none; check the prefix of the topics");
      }
      return found.size();
    } catch (KafkaException e) {
      throw new IllegalStateException(
          "Expected a Kafka broker at "
              + settings.bootstrapServers()
              + ", but it does not answer: "
              + e.getMessage(),
          e);
    }
  }

  /** The first offset that retention has left of each partition of a topic. */
  public static Map<Integer, Long> starts(
      KafkaSettings settings, String name, String topic, Collection<Integer> partitions) {
    try (KafkaConsumer<String, byte[]> reader = Clients.endReader(settings, name)) {
      Map<Integer, Long> starts = new HashMap<>();
      reader
          .beginningOffsets(of(topic, partitions), Duration.ofSeconds(30))
          .forEach((at, start) -> starts.put(at.partition(), start));
      return starts;
    }
  }

  /**
   * How far a service has answered each partition of a topic of inputs; 0 where it never did. Waits
   * for a commit that is under way.
   */
  public static Map<Integer, Long> answered(
      KafkaSettings settings,
      String name,
      String service,
      String topic,
      Collection<Integer> partitions) {
    try (KafkaConsumer<String, byte[]> reader =
        Clients.groupReader(settings, settings.topics().group(service), name)) {
      Map<Integer, Long> answered = new HashMap<>();
      reader
          .committed(Set.copyOf(of(topic, partitions)), Duration.ofSeconds(30))
          .forEach((at, next) -> answered.put(at.partition(), next == null ? 0 : next.offset()));
      return answered;
    }
  }

  private static List<TopicPartition> of(String topic, Collection<Integer> partitions) {
    return partitions.stream().map(partition -> new TopicPartition(topic, partition)).toList();
  }
}
