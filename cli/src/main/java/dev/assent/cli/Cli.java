package dev.assent.cli;

import dev.assent.cli.command.AssentCommand;
import dev.assent.cli.command.HelpOption;
import dev.assent.cli.terminal.Style;
import dev.assent.cli.terminal.Terminal;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The tree of commands, and how each of them ends. */
public final class Cli {
  private Cli() {}

  /** Runs a command and returns its exit code. */
  public static int run(Context context, String... arguments) {
    return of(context).execute(arguments);
  }

  static CommandLine of(Context context) {
    Terminal terminal = context.terminal();
    CommandLine cli = new CommandLine(AssentCommand.class, new Factory(context));
    Map<String, String> exitCodes = ExitCode.words();
    decorate(cli, exitCodes);
    cli.setOut(terminal.out());
    cli.setErr(terminal.err());
    cli.setUsageHelpWidth(Math.min(Math.max(terminal.width(), 55), 100));
    cli.setColorScheme(
        CommandLine.Help.defaultColorScheme(terminal.style() == Style.COLOUR ? Ansi.ON : Ansi.OFF));
    cli.setCaseInsensitiveEnumValuesAllowed(true);
    cli.setExpandAtFiles(false); // @file is ours: it names the file of a payload
    cli.setTrimQuotes(false);
    cli.setParameterExceptionHandler((e, words) -> called(e, terminal));
    cli.setExecutionExceptionHandler((e, command, parsed) -> ended(e, context));
    return cli;
  }

  /** What all commands share: how help is asked for, and what the exit codes mean. */
  private static void decorate(CommandLine cli, Map<String, String> exitCodes) {
    CommandSpec spec = cli.getCommandSpec();
    if (!spec.name().equals("help")) {
      spec.addMixin("help", CommandSpec.forAnnotatedObject(new HelpOption()));
    }
    spec.usageMessage()
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(exitCodes)
        .synopsisHeading("")
        .descriptionHeading("%n")
        .parameterListHeading("%nArguments:%n")
        .optionListHeading("%nOptions:%n")
        .commandListHeading("%nCommands:%n")
        .footerHeading("%nExamples:%n")
        .sortOptions(false)
        .abbreviateSynopsis(true);
    if (spec.name().equals("kafka")) {
      cli.setStopAtPositional(true); // what follows the tool's name is the tool's own
    }
    cli.getSubcommands().values().forEach(command -> decorate(command, exitCodes));
  }

  private static int called(ParameterException e, Terminal terminal) {
    String name = e.getCommandLine().getCommandSpec().qualifiedName();
    terminal.complain(String.valueOf(e.getMessage()));
    terminal.complain("See: " + name + " --help");
    return ExitCode.USAGE;
  }

  private static int ended(Exception thrown, Context context) {
    CliException e = Failures.of(thrown);
    Terminal terminal = context.terminal();
    if (context.isTracing()) {
      thrown.printStackTrace(terminal.err());
    }
    terminal.complain(
        terminal.style() == Style.COLOUR ? terminal.style().bad(e.sentence()) : e.sentence());
    return e.exitCode();
  }
}
