package dev.assent.eventlog.loop;

import dev.assent.eventlog.kafka.KafkaSettings;
import java.util.List;

/**
 * What a loop is and works on.
 *
 * @param name of the service: its consumer group and, with the instance, its transactions
 * @param inputs the topics of inputs; {@code events} is read besides
 * @param maxBatch how many records one transaction takes at the most
 */
public record LoopSettings(KafkaSettings kafka, String name, List<String> inputs, int maxBatch) {

  public LoopSettings {
    inputs = List.copyOf(inputs);
  }

  String group() {
    return kafka.topics().group(name);
  }

  String member(int index) {
    return kafka.topics().prefix() + name + "-" + kafka.instanceId() + "-" + index;
  }
}
