package dev.assent.backends;

import java.util.ArrayList;
import java.util.List;

/**
 * The settings that differ from PostgreSQL's own. Given on the command line, so that a restart
 * always takes the newest.
 */
final class PostgresConfiguration {
  private PostgresConfiguration() {}

  static List<String> of(int port, Durability durability) {
    List<String> settings = new ArrayList<>();
    settings.add("listen_addresses=127.0.0.1");
    settings.add("port=" + port);
    settings.add("unix_socket_directories=");
    settings.add("max_connections=100");
    settings.add("password_encryption=scram-sha-256");
    settings.add("timezone=UTC");
    settings.add("jit=off");
    settings.addAll(logging());
    String onDisk = durability == Durability.DISK ? "on" : "off";
    settings.add("fsync=" + onDisk);
    settings.add("synchronous_commit=" + onDisk);
    settings.add("full_page_writes=" + onDisk);
    return settings;
  }

  /**
   * A file for each day of the week in {@code data/log}, overwritten a week later: logs never fill
   * the disk.
   */
  private static List<String> logging() {
    return List.of(
        "logging_collector=on",
        "log_filename=postgresql-%a.log",
        "log_rotation_age=1d",
        "log_rotation_size=0",
        "log_truncate_on_rotation=on",
        "log_timezone=UTC",
        "log_checkpoints=off");
  }
}
