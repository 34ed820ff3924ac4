package dev.assent.cli.command;

import dev.assent.cli.CliException;
import dev.assent.cli.Context;
import dev.assent.cli.ExitCode;
import dev.assent.cli.local.AuditKeyFiles;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows what others need to check an export. */
@Command(
    name = "keys",
    description = {
      "Print the public keys that signed this installation's checkpoints, in PEM.",
      "Give them to those who check exports, by another way than the exports themselves."
    },
    footer = {"  assent audit keys > audit.pem"})
public final class AuditKeysCommand implements Callable<Integer> {
  private final Context context;

  @Mixin FolderOption option;

  AuditKeysCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    List<String> keys = AuditKeyFiles.of(option.folder());
    if (keys.isEmpty()) {
      throw CliException.failed(
          "Nothing was signed in %s yet: the key is made at the first start. Start it with assent up."
              .formatted(option.folder().path()));
    }
    keys.forEach(key -> context.terminal().say(key.strip()));
    return ExitCode.OK;
  }
}
