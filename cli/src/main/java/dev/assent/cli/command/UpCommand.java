package dev.assent.cli.command;

import dev.assent.cli.CliException;
import dev.assent.cli.Context;
import dev.assent.cli.local.DataFolder;
import dev.assent.cli.local.Installation;
import dev.assent.cli.local.OwnSettings;
import dev.assent.cli.local.Part;
import dev.assent.cli.local.Ports;
import dev.assent.cli.local.Shutdown;
import dev.assent.cli.local.Startup;
import dev.assent.cli.terminal.Progress;
import dev.assent.cli.terminal.Style;
import dev.assent.cli.terminal.Table;
import dev.assent.cli.terminal.Terminal;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts an installation, or the part of it that does not run. */
@Command(
    name = "up",
    description = {
      "Start Assent: Kafka and PostgreSQL in one process, the services in another.",
      "Returns when both are ready, and leaves them running. What runs already is left alone."
          + " The first time after a build it then takes some seconds to make later starts quicker."
          + " JVM options: ASSENT_BACKENDS_OPTS and ASSENT_APP_OPTS (default: -Xmx512m and more);"
          + " the second may also hold -D settings of the services.",
    },
    footer = {
      "  assent up",
      "  assent up --data /srv/assent --http-port 9300",
      "  assent up --foreground        for systemd and containers"
    })
public final class UpCommand implements Runnable {
  private final Context context;

  @Mixin FolderOption option;
  @Mixin PortOptions ports;

  @Option(
      names = "--foreground",
      description = "Stay, show the logs, and stop both with Ctrl-C or SIGTERM.")
  boolean foreground;

  private volatile boolean asked;

  UpCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Terminal terminal = context.terminal();
    Progress progress = new Progress(terminal);
    DataFolder folder = option.folder();
    Installation installation = Installation.of(context.home(), context.environment());
    Startup startup = Startup.again(folder, installation, progress);
    if (foreground) {
      stayWith(folder, startup, progress);
    } else {
      tell(terminal, folder, startup.start(ports.wanted(), Ports.USUAL));
      startup.prepareNext();
    }
  }

  private void stayWith(DataFolder folder, Startup startup, Progress progress) {
    Terminal terminal = context.terminal();
    LogScreen logs = LogScreen.following(folder, List.of(Part.values()), terminal);
    Startup.Result running = startup.start(ports.wanted(), Ports.USUAL);
    tell(terminal, folder, running);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  asked = true;
                  Shutdown.stop(folder, progress);
                },
                "stop"));
    startup.prepareNext();
    while (running.backends().mark().isAlive() && running.assent().mark().isAlive()) {
      logs.poll();
      LogScreen.pause();
    }
    logs.poll();
    if (asked) {
      return; // the hook does the rest
    }
    Part dead = running.assent().mark().isAlive() ? Part.BACKENDS : Part.ASSENT;
    throw CliException.failed(
        "The process of %s ended by itself; stopping the other. The log is in %s"
            .formatted(dead.title(), folder.log(dead)));
  }

  private static void tell(Terminal terminal, DataFolder folder, Startup.Result running) {
    Style style = terminal.style();
    terminal.say();
    terminal.say(style.bold("Assent runs."));
    Table table =
        new Table("  ")
            .row(List.of(new Table.Cell("Page", style::dim), link(style, running.assent().url())));
    if (OwnSettings.of(folder).catchMails()) {
      table.row(
          List.of(
              new Table.Cell("Mails", style::dim), link(style, running.assent().url() + "/mails")));
    }
    table
        .row(
            List.of(
                new Table.Cell("Passwords", style::dim),
                Table.Cell.of(folder.config().resolve("initial-credentials.json").toString())))
        .row(
            List.of(
                new Table.Cell("Kafka", style::dim),
                Table.Cell.of(running.backends().bootstrapServers())))
        .row(
            List.of(
                new Table.Cell("Next", style::dim),
                Table.Cell.of("assent status, assent logs -f, assent intents send --help")))
        .print(terminal);
  }

  private static Table.Cell link(Style style, Object address) {
    return new Table.Cell(address.toString(), style::link);
  }
}
