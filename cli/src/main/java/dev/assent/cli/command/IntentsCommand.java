package dev.assent.cli.command;

import dev.assent.cli.Context;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What agents do. */
@Command(
    name = "intents",
    description = "Hand in intents and see what becomes of them, as an agent.",
    subcommands = {
      SendCommand.class,
      GetIntentCommand.class,
      WatchCommand.class,
      ListIntentsCommand.class
    },
    footer = {
      "  assent intents send --type ops.db.index.v1 --title \"Add an index\" --approver ada --wait",
      "  assent intents list --status WAITING"
    })
public final class IntentsCommand extends CommandGroup {
  @Spec CommandSpec spec;

  IntentsCommand(Context context) {
    super(context);
  }

  @Override
  CommandSpec spec() {
    return spec;
  }
}
