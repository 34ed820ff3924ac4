package dev.assent.eventlog.kafka;

/**
 * How to reach the log.
 *
 * @param instanceId stable name of this process: who dies and returns under the same name takes up
 *     its partitions and its transactions at once
 */
public record KafkaSettings(String bootstrapServers, String instanceId, Topics topics) {}
