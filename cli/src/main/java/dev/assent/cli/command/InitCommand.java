package dev.assent.cli.command;

import dev.assent.access.AuditKeys;
import dev.assent.cli.Context;
import dev.assent.cli.local.Accounts;
import dev.assent.cli.local.DataFolder;
import dev.assent.cli.terminal.Progress;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What a first start needs besides a broker and a database. */
@Command(
    name = "init",
    description = {
      "Make the accounts and keys of a data folder, and start nothing: for services that are"
          + " started by other means, such as containers.",
      "Where they are already, nothing is changed."
    },
    footer = "  assent init --data /var/lib/assent")
public final class InitCommand implements Runnable {
  private final Context context;

  @Mixin FolderOption option;

  InitCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    DataFolder folder = option.folder();
    boolean made = Accounts.prepare(folder, new Progress(context.terminal()));
    // Before the first service asks for it: those that only read the folder may not make it.
    AuditKeys.open(folder.config());
    context
        .terminal()
        .say(
            made
                ? "The first passwords and the first key are in %s."
                    .formatted(folder.config().resolve("initial-credentials.json"))
                : "There are accounts in %s already.".formatted(folder.config()));
  }
}
