package dev.assent.eventlog.kafka;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;

/** Where partitions end: the high watermark, which open transactions do not hold back. */
public final class LogEnds {

  private LogEnds() {}

  /** The end offset of each of these partitions of a topic, now. */
  public static Map<Integer, Long> of(
      KafkaSettings settings, String name, String topic, Collection<Integer> partitions) {
    try (KafkaConsumer<String, byte[]> reader = Clients.endReader(settings, name)) {
      List<TopicPartition> all =
          partitions.stream().map(partition -> new TopicPartition(topic, partition)).toList();
      Map<Integer, Long> ends = new HashMap<>();
      reader
          .endOffsets(all, Duration.ofSeconds(30))
          .forEach((at, end) -> ends.put(at.partition(), end));
      reader.close(CloseOptions.timeout(Duration.ofSeconds(1)));
      return ends;
    }
  }
}
