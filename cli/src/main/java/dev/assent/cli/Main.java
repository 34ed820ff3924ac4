package dev.assent.cli;

import dev.assent.cli.terminal.Terminal;

/** The process behind {@code ./assent}. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    LibraryLogs.quiet(Context.isTracing(System.getenv()));
    Terminal terminal = Terminal.ofProcess(System.getenv());
    int exit = Cli.run(Context.ofProcess(terminal), arguments);
    terminal.flush();
    System.exit(exit);
  }
}
