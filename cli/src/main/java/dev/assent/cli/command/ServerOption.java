package dev.assent.cli.command;

import dev.assent.access.InitialCredentials;
import dev.assent.cli.CliException;
import dev.assent.cli.Context;
import dev.assent.cli.local.AssentRun;
import dev.assent.cli.local.DataFolder;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Which server is spoken to: one that is named, else the one of a data folder. */
@Command
abstract class ServerOption {
  private final Context context;

  @Option(
      names = "--url",
      paramLabel = "URL",
      description = "The server; else $$ASSENT_URL, else the one of the data folder.")
  @Nullable URI url;

  ServerOption(Context context) {
    this.context = context;
  }

  abstract @Nullable Path data();

  /** Where the server is, without a slash at the end. */
  URI address() {
    return named().orElseGet(() -> URI.create("http://127.0.0.1:" + run().httpPort()));
  }

  /**
   * The first credentials of the data folder; empty if a server was named, for that one may be a
   * stranger's.
   */
  Optional<InitialCredentials> initialCredentials() {
    return named().isPresent() ? Optional.empty() : InitialCredentials.read(folder().config());
  }

  private Optional<URI> named() {
    URI named = url;
    if (named == null) {
      named = context.variable("ASSENT_URL").map(ServerOption::uri).orElse(null);
    }
    return Optional.ofNullable(named).map(ServerOption::checked);
  }

  private static URI checked(URI uri) {
    String scheme = uri.getScheme();
    if (scheme == null || !scheme.matches("https?") || uri.getHost() == null) {
      throw CliException.usage(
          "Expected the server's address, such as http://localhost:8300, but came " + uri + ".");
    }
    return uri(uri.toString().replaceAll("/+$", ""));
  }

  private static URI uri(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw CliException.usage(
          "Expected the server's address, such as http://localhost:8300, but came " + text + ".");
    }
  }

  private AssentRun run() {
    DataFolder folder = folder();
    return folder
        .runFiles()
        .liveAssent()
        .orElseThrow(
            () ->
                CliException.notRunning(
                    "Assent does not run from %s. Start it with assent up, or name a server with --url."
                        .formatted(folder.path())));
  }

  private DataFolder folder() {
    FolderOption option = new FolderOption(context);
    option.data = data();
    return option.folder();
  }
}
