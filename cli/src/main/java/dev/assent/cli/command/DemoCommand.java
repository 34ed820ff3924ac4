package dev.assent.cli.command;

import dev.assent.cli.Context;
import dev.assent.cli.demo.CommandWords;
import dev.assent.cli.demo.DemoPorts;
import dev.assent.cli.demo.DemoRun;
import dev.assent.cli.local.DataFolder;
import dev.assent.cli.local.Installation;
import dev.assent.cli.local.Ports;
import dev.assent.cli.local.Shutdown;
import dev.assent.cli.local.Startup;
import dev.assent.cli.terminal.Progress;
import dev.assent.cli.terminal.Terminal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Plays the worked case. */
@Command(
    name = "demo",
    description = {
      "See the worked case happen, in half a minute.",
      "An agent checks a change to a production database, a person is asked, is reminded, does"
          + " not react; it escalates, somebody approves, and the waiting sender gets the outcome.",
      "The demo has an installation of its own, in the folder demo of the data folder, and takes"
          + " other ports where the usual ones are taken: nothing of yours is touched. It is"
          + " stopped at the end; its data stays."
    },
    footer = {
      "  assent demo           decide in the browser, or with a or r in the terminal",
      "  assent demo --yes     decides by itself, for unattended runs",
      "  assent demo --keep    leaves everything running to look around"
    })
public final class DemoCommand implements Runnable {
  private final Context context;

  @Option(names = "--yes", description = "Approve as bo as soon as bo is asked.")
  boolean yes;

  @Option(names = "--keep", description = "Leave it running at the end.")
  boolean keep;

  @Mixin FolderOption option;
  @Mixin PortOptions ports;

  DemoCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    Terminal terminal = context.terminal();
    Progress progress = new Progress(terminal);
    DataFolder folder = new DataFolder(option.folder().path().resolve("demo"));
    Installation installation = Installation.of(context.home(), context.environment());
    Startup.Result running =
        Startup.once(folder, installation, progress)
            .start(DemoPorts.choose(folder, ports.wanted(), progress), Ports.USUAL);
    CommandWords words = CommandWords.of(context.home(), context.folder(), folder);
    DemoRun play = new DemoRun(folder, running, terminal, words, yes, end(running));
    Thread stop = new Thread(() -> stop(folder, running, play), "stop");
    Runtime.getRuntime().addShutdownHook(stop); // also what ends an ordinary run
    play.play();
  }

  private DemoRun.End end(Startup.Result running) {
    if (keep || running.started().isEmpty()) {
      return DemoRun.End.STAY;
    }
    return context.terminal().isInteractive() && !yes ? DemoRun.End.LINGER : DemoRun.End.STOP;
  }

  /** What ran before stays; so does everything, if that was asked for. */
  private void stop(DataFolder folder, Startup.Result running, DemoRun play) {
    play.close();
    if (!keep && !running.started().isEmpty()) {
      context.terminal().say();
      Shutdown.stop(folder, running.started(), new Progress(context.terminal()));
      context.terminal().flush();
    }
  }
}
