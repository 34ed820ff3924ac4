package dev.assent.cli.command;

import dev.assent.cli.Context;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The server, where {@code --data} means the fields of a form. */
@Command
final class ServerByFolder extends ServerOption {
  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "The data folder; else $$ASSENT_DATA, else .assent in the project.")
  @Nullable Path folder;

  ServerByFolder(Context context) {
    super(context);
  }

  @Override
  @Nullable Path data() {
    return folder;
  }
}
