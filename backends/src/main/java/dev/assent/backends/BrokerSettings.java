package dev.assent.backends;

import java.nio.file.Path;

/**
 * What a broker is started with.
 *
 * @param folder where the log is kept; made and formatted when it is not there
 * @param port the port on 127.0.0.1 that clients connect to; 0 takes a free one
 * @param durability whether every append reaches the disk before it is acknowledged
 * @param internalPartitions partitions of {@code __consumer_offsets} and {@code
 *     __transaction_state}, fixed when the broker first makes them. Few, because with {@link
 *     Durability#DISK} each partition that a transaction touches costs a flush
 */
public record BrokerSettings(Path folder, int port, Durability durability, int internalPartitions) {
  /** Largest record batch that the broker takes: a payload of 1 MiB and its envelope. */
  public static final int MAX_MESSAGE_BYTES = (1024 + 64) * 1024;

  public BrokerSettings {
    if (internalPartitions < 1) {
      throw new IllegalArgumentException("internalPartitions must be at least 1");
    }
  }

  /**
   * A durable broker in this folder, on a free port, with one partition for each internal topic.
   */
  public static BrokerSettings in(Path folder) {
    return new BrokerSettings(folder, 0, Durability.DISK, 1);
  }

  public BrokerSettings withPort(int newPort) {
    return new BrokerSettings(folder, newPort, durability, internalPartitions);
  }

  public BrokerSettings withDurability(Durability newDurability) {
    return new BrokerSettings(folder, port, newDurability, internalPartitions);
  }

  public BrokerSettings withInternalPartitions(int partitions) {
    return new BrokerSettings(folder, port, durability, partitions);
  }
}
