package dev.assent.cli.command;

import dev.assent.cli.Context;
import dev.assent.cli.local.DataFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Which installation is meant. */
@Command
public final class FolderOption {
  private final Context context;

  @Option(
      names = {"--data", "--folder"},
      paramLabel = "DIR",
      description = "The data folder; else $$ASSENT_DATA, else .assent in the project.")
  @Nullable Path data;

  FolderOption(Context context) {
    this.context = context;
  }

  DataFolder folder() {
    Path chosen = data;
    if (chosen == null) {
      chosen = context.variable("ASSENT_DATA").map(Path::of).orElse(null);
    }
    return new DataFolder(
        chosen == null ? context.home().resolve(".assent") : context.folder().resolve(chosen));
  }
}
