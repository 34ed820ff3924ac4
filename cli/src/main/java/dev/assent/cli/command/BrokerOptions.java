package dev.assent.cli.command;

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
}
