package dev.assent.cli.command;

import dev.assent.cli.Context;
import dev.assent.cli.local.DataFolder;
import dev.assent.cli.local.Shutdown;
import dev.assent.cli.terminal.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops an installation; its data stays. */
@Command(
    name = "down",
    description = {
      "Stop Assent. The data stays; the next start goes on where this one ended.",
      "Processes that do not stop when asked are killed after 20 s. Nothing is ended that this"
          + " command did not start."
    },
    footer = "  assent down")
public final class DownCommand implements Runnable {
  private final Context context;

  @Mixin FolderOption option;

  DownCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    DataFolder folder = option.folder();
    Progress progress = new Progress(context.terminal());
    if (Shutdown.stop(folder, progress)) {
      progress.step("Stopped. The data stays in " + folder.path());
    } else {
      context.terminal().say("Nothing runs from " + folder.path() + ".");
    }
  }
}
