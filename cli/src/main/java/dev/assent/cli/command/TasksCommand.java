package dev.assent.cli.command;

import dev.assent.cli.Context;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What people do. */
@Command(
    name = "tasks",
    description = "See what you are asked, and decide, as a person.",
    subcommands = {
      ListTasksCommand.class,
      GetTaskCommand.class,
      ApproveCommand.class,
      RejectCommand.class,
      SubmitCommand.class
    },
    footer = {
      "  assent tasks list --as ada",
      "  assent tasks approve ID --as ada --comment \"index is small\""
    })
public final class TasksCommand extends CommandGroup {
  @Spec CommandSpec spec;

  TasksCommand(Context context) {
    super(context);
  }

  @Override
  CommandSpec spec() {
    return spec;
  }
}
