package dev.assent.cli.command;

import dev.assent.cli.Context;
import dev.assent.cli.ExitCode;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;

/** A command that only holds others: called alone, it shows which. */
abstract class CommandGroup implements Callable<Integer> {
  private final Context context;

  CommandGroup(Context context) {
    this.context = context;
  }

  abstract CommandSpec spec();

  @Override
  public Integer call() {
    spec().commandLine().usage(context.terminal().err());
    return ExitCode.USAGE;
  }
}
