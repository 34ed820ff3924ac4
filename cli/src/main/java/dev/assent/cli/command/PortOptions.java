package dev.assent.cli.command;

import dev.assent.cli.local.Ports;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Where an installation listens, always on 127.0.0.1. */
@Command
public final class PortOptions {
  @Option(
      names = "--http-port",
      paramLabel = "N",
      description = "The page and the API. A folder keeps its ports; at first 8300.")
  @Nullable Integer http;

  @Option(names = "--kafka-port", paramLabel = "N", description = "Kafka; at first 29092.")
  @Nullable Integer kafka;

  @Option(names = "--postgres-port", paramLabel = "N", description = "PostgreSQL; at first 25432.")
  @Nullable Integer postgres;

  @Option(names = "--smtp-port", paramLabel = "N", description = "Mail catcher; at first 8325.")
  @Nullable Integer smtp;

  Ports.Wanted wanted() {
    return new Ports.Wanted(http, kafka, postgres, smtp);
  }
}
