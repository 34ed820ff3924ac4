package dev.assent.cli.command;

import dev.assent.backends.BackendsFile;
import dev.assent.cli.CliException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Whose log is read. */
@Command
public final class BrokerOptions {
  @Option(
      names = "--bootstrap-server",
      paramLabel = "HOST:PORT",
      description = "The broker; else the one of the data folder.")
  @Nullable String server;

  @Option(
      names = "--topics-prefix",
      paramLabel = "TEXT",
      defaultValue = "assent.",
      description = "What topics start with (default: ${DEFAULT-VALUE}).")
  String prefix = "assent.";

  /**
   * The broker that is named, or the one of the data folder.
   *
   * @throws CliException if that does not run
   */
  String bootstrapServers(FolderOption option) {
    if (server != null) {
      return server;
    }
    return option
        .folder()
        .liveBackends()
        .map(BackendsFile::kafkaBootstrapServers)
        .orElseThrow(
            () ->
                CliException.notRunning(
                    "Kafka does not run from %s. Start it with assent up, or name a broker with --bootstrap-server."
                        .formatted(option.folder().path())));
  }
}
