package dev.assent.cli.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** On every command. */
@Command
public final class HelpOption {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  boolean help;
}
