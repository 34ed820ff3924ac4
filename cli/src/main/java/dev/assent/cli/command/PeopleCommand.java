package dev.assent.cli.command;

import dev.assent.access.Access;
import dev.assent.access.AccessEditor;
import dev.assent.access.Directory;
import dev.assent.access.Person;
import dev.assent.cli.Context;
import dev.assent.cli.terminal.Table;
import dev.assent.cli.terminal.Terminal;
import dev.assent.cli.terminal.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** People: files in the data folder, which running services notice within a second. */
@Command(
    name = "people",
    description = "List and add the people of a data folder, and set their passwords.",
    subcommands = {
      PeopleCommand.Listing.class,
      PeopleCommand.Add.class,
      PeopleCommand.Password.class
    },
    footer = {
      "  assent people add dee --name \"Dee\" --email dee@example.test --group sre",
      "  assent people passwd dee"
    })
public final class PeopleCommand extends CommandGroup {
  @Spec CommandSpec spec;

  PeopleCommand(Context context) {
    super(context);
  }

  @Override
  CommandSpec spec() {
    return spec;
  }

  private static Directory directory(FolderOption option) {
    Config.requireInstalled(option.folder());
    return Access.open(option.folder().config()).directory();
  }

  /** Lists people. */
  @Command(
      name = "list",
      description = "List the people and their groups.",
      footer = "  assent people list --json")
  static final class Listing implements Runnable {
    private final Context context;

    @Mixin FolderOption option;
    @Mixin JsonOption json;

    Listing(Context context) {
      this.context = context;
    }

    private record Row(String id, String name, @Nullable String email, List<String> groups) {}

    @Override
    public void run() {
      Directory directory = directory(option);
      List<Row> rows =
          directory.people().stream()
              .map(
                  each ->
                      new Row(each.id(), each.name(), each.email(), directory.groupsOf(each.id())))
              .toList();
      Terminal terminal = context.terminal();
      if (json.isWanted()) {
        JsonOption.print(terminal, rows);
        return;
      }
      Table table = new Table("").heading(terminal.style(), "ID", "NAME", "GROUPS", "EMAIL");
      rows.forEach(
          row ->
              table.row(
                  row.id(),
                  Text.visible(row.name()),
                  String.join(", ", row.groups()),
                  row.email() == null ? "-" : Text.visible(row.email())));
      table.print(terminal);
    }
  }

  /** Adds somebody. */
  @Command(
      name = "add",
      description = "Add somebody, who can sign in once they have a password.",
      footer = "  assent people add dee --name \"Dee\" --email dee@example.test --group sre")
  static final class Add implements Runnable {
    private final Context context;

    @Parameters(paramLabel = "ID", description = "What policies and the log call them.")
    String id = "";

    @Option(names = "--name", paramLabel = "NAME", description = "What other people call them.")
    @Nullable String name;

    @Option(names = "--email", paramLabel = "ADDRESS", description = "Where mail reaches them.")
    @Nullable String email;

    @Option(names = "--group", paramLabel = "GROUP", description = "Put them in; may be repeated.")
    List<String> groups = List.of();

    @Option(
        names = "--password",
        description = "Set a password too: asked for, or from ASSENT_PASSWORD.")
    boolean password;

    @Mixin FolderOption option;

    Add(Context context) {
      this.context = context;
    }

    @Override
    public void run() {
      AccessEditor editor = Config.editor(option.folder());
      String secret = password ? Passwords.ask(context, id) : null;
      editor.addPerson(new Person(id, name == null ? id : name, email), secret, groups);
      context
          .terminal()
          .say(
              secret == null
                  ? "Added. Give them a password: assent people passwd " + id
                  : "Added.");
    }
  }

  /** Sets a password. */
  @Command(
      name = "passwd",
      description = {
        "Set somebody's password, which ends their sessions.",
        "It is asked for twice, or taken from ASSENT_PASSWORD."
      },
      footer = "  assent people passwd ada")
  static final class Password implements Runnable {
    private final Context context;

    @Parameters(paramLabel = "ID", description = "Whose.")
    String id = "";

    @Mixin FolderOption option;

    Password(Context context) {
      this.context = context;
    }

    @Override
    public void run() {
      AccessEditor editor = Config.editor(option.folder());
      editor.setPassword(id, Passwords.ask(context, id));
      context.terminal().say("Set. Sessions of " + id + " have ended.");
    }
  }
}
