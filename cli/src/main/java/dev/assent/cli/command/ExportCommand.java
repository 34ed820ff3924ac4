package dev.assent.cli.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.cli.CliException;
import dev.assent.cli.Context;
import dev.assent.cli.ExitCode;
import dev.assent.cli.local.Auditor;
import dev.assent.cli.terminal.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the log into a file. */
@Command(
    name = "export",
    description = {
      "Write all events and their signed checkpoints into one file, which assent audit verify"
          + " checks without a broker or a database.",
      "The file holds what people decided on; only its owner may read it. What is newer than the"
          + " last checkpoint, some seconds, is in it but not yet signed."
    },
    footer = {
      "  assent audit export june.export",
      "  assent audit verify june.export --key audit.pem"
    })
public final class ExportCommand implements Callable<Integer> {
  private final Context context;

  @Parameters(paramLabel = "FILE", description = "What to write.")
  Path file = Path.of("");

  @Option(names = "--force", description = "Replace the file if it is there.")
  boolean force;

  @Mixin BrokerOptions broker;
  @Mixin FolderOption option;

  ExportCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    Path target = context.folder().resolve(file);
    if (Files.exists(target) && !force) {
      throw CliException.usage(
          "%s is there already. Choose another name, or replace it with --force.".formatted(file));
    }
    ObjectNode request = Auditor.request(broker.prefix, 1);
    request
        .put("bootstrap_servers", broker.bootstrapServers(option))
        .put("export", target.toString());
    JsonNode written = written(request).path("checks").path(0);
    context
        .terminal()
        .say(
            String.format(
                Locale.ROOT,
                "%,d events and %,d checkpoints are in %s.",
                written.path("checked").path("events").asLong(),
                written.path("checked").path("checkpoints").asLong(),
                file));
    return ExitCode.OK;
  }

  /** A file that was not written is a failure, and nothing that could not be checked. */
  private JsonNode written(ObjectNode request) {
    try {
      return Auditor.of(context).run(request, Progress.ifWatched(context.terminal()));
    } catch (CliException e) {
      throw e.exitCode() == ExitCode.NOT_CHECKED ? CliException.failed(e.sentence(), e) : e;
    }
  }
}
