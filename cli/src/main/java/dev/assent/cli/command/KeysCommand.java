package dev.assent.cli.command;

import dev.assent.access.ApiKeyInfo;
import dev.assent.access.NewApiKey;
import dev.assent.cli.CliException;
import dev.assent.cli.Context;
import dev.assent.cli.terminal.Moments;
import dev.assent.cli.terminal.Table;
import dev.assent.cli.terminal.Terminal;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** API keys of agents: files in the data folder, which running services notice within a second. */
@Command(
    name = "keys",
    description = "Make, list and revoke the API keys of agents in a data folder.",
    subcommands = {KeysCommand.Create.class, KeysCommand.Listing.class, KeysCommand.Revoke.class},
    footer = {
      "  assent keys create agent://acme/prod/migrator",
      "  assent keys revoke 4be1f0a2c3d4"
    })
public final class KeysCommand extends CommandGroup {
  @Spec CommandSpec spec;

  KeysCommand(Context context) {
    super(context);
  }

  @Override
  CommandSpec spec() {
    return spec;
  }

  /** Makes a key. */
  @Command(
      name = "create",
      description = "Make a key for an agent. It is shown once, and stored as a hash only.",
      footer = "  assent keys create agent://acme/prod/migrator")
  static final class Create implements Runnable {
    private final Context context;

    @Parameters(paramLabel = "ADDRESS", description = "agent://org/workspace/name")
    String address = "";

    @Mixin FolderOption option;
    @Mixin JsonOption json;

    Create(Context context) {
      this.context = context;
    }

    @Override
    public void run() {
      NewApiKey key = Config.editor(option.folder()).addApiKey(address);
      if (json.isWanted()) {
        JsonOption.print(context.terminal(), key);
      } else {
        context.terminal().say(key.token());
        context
            .terminal()
            .complain(
                "That is the key of %s, shown only now. Its id, for revoking it, is %s."
                    .formatted(key.address(), key.keyId()));
      }
    }
  }

  /** Lists the keys. */
  @Command(
      name = "list",
      description = "List the keys, without their secrets.",
      footer = "  assent keys list")
  static final class Listing implements Runnable {
    private final Context context;

    @Mixin FolderOption option;
    @Mixin JsonOption json;

    Listing(Context context) {
      this.context = context;
    }

    @Override
    public void run() {
      List<ApiKeyInfo> keys = Config.editor(option.folder()).apiKeys();
      Terminal terminal = context.terminal();
      if (json.isWanted()) {
        JsonOption.print(terminal, keys);
        return;
      }
      Table table = new Table("").heading(terminal.style(), "ID", "CREATED", "AGENT");
      keys.forEach(
          key -> table.row(key.keyId(), Moments.date(key.createdAt().toString()), key.address()));
      table.print(terminal);
    }
  }

  /** Ends a key. */
  @Command(
      name = "revoke",
      description = "End a key, within a second, everywhere.",
      footer = "  assent keys revoke 4be1f0a2c3d4")
  static final class Revoke implements Runnable {
    private final Context context;

    @Parameters(paramLabel = "ID", description = "The key's id, as assent keys list shows it.")
    String id = "";

    @Mixin FolderOption option;

    Revoke(Context context) {
      this.context = context;
    }

    @Override
    public void run() {
      if (!Config.editor(option.folder()).revokeApiKey(id)) {
        throw CliException.failed(
            "There is no key with the id %s. See which there are: assent keys list".formatted(id));
      }
      context.terminal().say("Revoked.");
    }
  }
}
