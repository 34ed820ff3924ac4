package dev.assent.eventlog.kafka;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.RangeAssignor;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The Kafka clients, each configured for its one purpose. */
public final class Clients {

  /** Short, so that an owner that never comes back blocks readers for seconds only. */
  static final int TRANSACTION_TIMEOUT_MS = 6_000;

  /** As long as brokers take to miss one of theirs, and to go on without it. */
  private static final int MAX_BLOCK_MS = 10_000;

  private Clients() {}

  /**
   * A member of a group of owners. Range assignment puts partition i of every topic on one member;
   * static membership gives one that died its partitions back at once, if it returns in time.
   */
  public static KafkaConsumer<String, byte[]> owner(
      KafkaSettings settings, String group, String member, int maxBatch) {
    return new KafkaConsumer<>(owning(settings, group, member, maxBatch));
  }

  private static Map<String, Object> owning(
      KafkaSettings settings, String group, String member, int maxBatch) {
    Map<String, Object> config = reading(settings, member);
    config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, member);
    config.put(ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG, RangeAssignor.class.getName());
    // How long the partitions of an owner that died lie idle. Brokers allow no less by default.
    config.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 6_000);
    // Owners learn by a heartbeat that partitions are to be shared out anew.
    config.put(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, 1_000);
    config.put(ConsumerConfig.MAX_POLL_INTERVAL_MS_CONFIG, 900_000);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, maxBatch);
    return config;
  }

  /**
   * A member that only follows: it waits a moment for more to come, because each small answer costs
   * the broker as much as a large one, and nobody waits for what it does.
   */
  public static KafkaConsumer<String, byte[]> follower(
      KafkaSettings settings, String group, String member, int maxBatch) {
    Map<String, Object> config = owning(settings, group, member, maxBatch);
    config.put(ConsumerConfig.FETCH_MIN_BYTES_CONFIG, 65_536);
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 50);
    return new KafkaConsumer<>(config);
  }

  /** A reader that belongs to no group and sees what is committed. */
  public static KafkaConsumer<String, byte[]> reader(KafkaSettings settings, String name) {
    Map<String, Object> config = reading(settings, name);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
    return new KafkaConsumer<>(config);
  }

  /**
   * A reader of what is there already, of one range after the other. The broker must not hold an
   * answer back until more comes: a consumer asks it for one thing at a time, so the next range
   * would wait for what nobody wants from the last.
   */
  public static KafkaConsumer<String, byte[]> rangeReader(KafkaSettings settings, String name) {
    Map<String, Object> config = reading(settings, name);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 2_000);
    config.put(ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG, 10);
    config.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, 4 * 1024 * 1024);
    return new KafkaConsumer<>(config);
  }

  /** A reader that is asked for end offsets only: those of the log itself, committed or not. */
  static KafkaConsumer<String, byte[]> endReader(KafkaSettings settings, String name) {
    Map<String, Object> config = reading(settings, name);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_uncommitted");
    return new KafkaConsumer<>(config);
  }

  /** A reader that asks how far a group has come, and does not join it. */
  static KafkaConsumer<String, byte[]> groupReader(
      KafkaSettings settings, String group, String name) {
    Map<String, Object> config = reading(settings, name);
    config.put(ConsumerConfig.GROUP_ID_CONFIG, group);
    return new KafkaConsumer<>(config);
  }

  private static Map<String, Object> reading(KafkaSettings settings, String name) {
    Map<String, Object> config = common(settings, name);
    config.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
    config.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
    config.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
    config.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, StringDeserializer.class);
    config.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
    return config;
  }

  /** The producer of an owner: what it writes and what it read are one transaction. */
  public static KafkaProducer<String, byte[]> transactional(
      KafkaSettings settings, String transactionalId) {
    Map<String, Object> config = writing(settings, transactionalId);
    config.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
    config.put(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_TIMEOUT_MS);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, MAX_BLOCK_MS);
    // The commit sends what is there; waiting would only cut a transaction into more batches.
    config.put(ProducerConfig.LINGER_MS_CONFIG, 5);
    // A transaction that follows at once finds the one before still being marked, and is told to
    // try again: after 100 ms by default, which a turn of the loop should not wait.
    config.put(ProducerConfig.RETRY_BACKOFF_MS_CONFIG, 2);
    config.put(ProducerConfig.RETRY_BACKOFF_MAX_MS_CONFIG, 100);
    return new KafkaProducer<>(config);
  }

  /** The producer of an edge: idempotent, quick, and not part of any transaction. */
  public static KafkaProducer<String, byte[]> edge(KafkaSettings settings, String name) {
    Map<String, Object> config = writing(settings, name);
    config.put(ProducerConfig.LINGER_MS_CONFIG, 1);
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, 4_000);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 4_000);
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 5_000);
    return new KafkaProducer<>(config);
  }

  private static Map<String, Object> writing(KafkaSettings settings, String name) {
    Map<String, Object> config = common(settings, name);
    config.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
    config.put(ProducerConfig.ACKS_CONFIG, "all");
    config.put(ProducerConfig.BATCH_SIZE_CONFIG, 262_144);
    config.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, StringSerializer.class);
    config.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
    return config;
  }

  private static Map<String, Object> common(KafkaSettings settings, String name) {
    Map<String, Object> config = new HashMap<>();
    config.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, settings.bootstrapServers());
    config.put(CommonClientConfigs.CLIENT_ID_CONFIG, name);
    config.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1_000);
    config.put("enable.metrics.push", false);
    return config;
  }
}
