package dev.assent.cli.command;

import dev.assent.cli.CliException;
import dev.assent.cli.Context;
import dev.assent.cli.local.DataFolder;
import dev.assent.cli.local.Part;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the two processes say. */
@Command(
    name = "logs",
    description = "Show what the processes of an installation say.",
    footer = {"  assent logs -f", "  assent logs -n 200 backends"})
public final class LogsCommand implements Runnable {
  private final Context context;

  @Mixin FolderOption option;

  @Option(
      names = {"-f", "--follow"},
      description = "Go on until Ctrl-C.")
  boolean follow;

  @Option(
      names = {"-n", "--lines"},
      paramLabel = "N",
      defaultValue = "40",
      description = "Begin with the last N lines (default: ${DEFAULT-VALUE}).")
  int lines;

  @Parameters(
      arity = "0..1",
      paramLabel = "PART",
      description = "backends or assent; both if none is named.")
  @Nullable Part part;

  LogsCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    DataFolder folder = option.folder();
    List<Part> parts = part == null ? List.of(Part.values()) : List.of(part);
    if (parts.stream().noneMatch(each -> Files.exists(folder.log(each)))) {
      throw CliException.notRunning(
          "There are no logs in %s, because nothing was started there.".formatted(folder.logs()));
    }
    LogScreen logs = LogScreen.tail(folder, parts, Math.max(0, lines), context.terminal());
    do {
      logs.poll();
      context.terminal().flush();
    } while (follow && waited());
  }

  private static boolean waited() {
    LogScreen.pause();
    return true;
  }
}
