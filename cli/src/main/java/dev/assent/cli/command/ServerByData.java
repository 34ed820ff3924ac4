package dev.assent.cli.command;

import dev.assent.cli.Context;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The server, where {@code --data} is free to name its folder. */
@Command
final class ServerByData extends ServerOption {
  @Option(
      names = {"--data", "--folder"},
      paramLabel = "DIR",
      description = "The data folder; else $$ASSENT_DATA, else .assent in the project.")
  @Nullable Path data;

  ServerByData(Context context) {
    super(context);
  }

  @Override
  @Nullable Path data() {
    return data;
  }
}
