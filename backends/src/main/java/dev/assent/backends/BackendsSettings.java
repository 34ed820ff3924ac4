package dev.assent.backends;

import java.nio.file.Path;

/**
 * What broker and database are started with, together.
 *
 * @param folder everything they keep, and {@code backends.json}
 * @param kafkaPort the broker's port on 127.0.0.1; 0 takes a free one
 * @param postgresPort the database's port on 127.0.0.1; 0 takes a free one
 * @param durability what acknowledged writes survive
 * @param cache where PostgreSQL's programs are unpacked
 */
public record BackendsSettings(
    Path folder, int kafkaPort, int postgresPort, Durability durability, Path cache) {

  /** Durable, on free ports. */
  public static BackendsSettings in(Path folder) {
    return new BackendsSettings(folder, 0, 0, Durability.DISK, PostgresSettings.defaultCache());
  }

  public BackendsSettings withPorts(int newKafkaPort, int newPostgresPort) {
    return new BackendsSettings(folder, newKafkaPort, newPostgresPort, durability, cache);
  }

  public BackendsSettings withDurability(Durability newDurability) {
    return new BackendsSettings(folder, kafkaPort, postgresPort, newDurability, cache);
  }

  BackendsSettings withFolder(Path newFolder) {
    return new BackendsSettings(newFolder, kafkaPort, postgresPort, durability, cache);
  }

  BrokerSettings broker() {
    return BrokerSettings.in(folder.resolve("kafka"))
        .withPort(kafkaPort)
        .withDurability(durability);
  }

  PostgresSettings postgres() {
    return new PostgresSettings(folder.resolve("postgres"), postgresPort, durability, cache);
  }
}
