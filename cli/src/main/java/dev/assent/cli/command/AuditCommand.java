package dev.assent.cli.command;

import dev.assent.cli.Context;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What auditors do. */
@Command(
    name = "audit",
    description = "Read the log itself, and check it.",
    subcommands = {
      VerifyCommand.class,
      ExportCommand.class,
      AuditKeysCommand.class,
      ReplayCommand.class
    },
    footer = {
      "  assent audit verify",
      "  assent audit export june.export",
      "  assent audit replay 0b8e6c9e-6a1f-4a2e-9a64-b1a7a1b1f0c4"
    })
public final class AuditCommand extends CommandGroup {
  @Spec CommandSpec spec;

  AuditCommand(Context context) {
    super(context);
  }

  @Override
  CommandSpec spec() {
    return spec;
  }
}
