package dev.assent.cli.command;

import dev.assent.cli.Context;
import dev.assent.cli.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The root of the tree; alone, it shows the help. */
@Command(
    name = "assent",
    description = {
      "Durable execution with human approval built in, on Kafka and PostgreSQL.",
      "",
      "Data lies in the folder $$ASSENT_DATA, else in .assent of the project.",
      "ASSENT_TRACE=1 shows what is behind an error."
    },
    versionProvider = AssentCommand.Versions.class,
    subcommands = {
      DemoCommand.class,
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      LogsCommand.class,
      IntentsCommand.class,
      TasksCommand.class,
      AuditCommand.class,
      KeysCommand.class,
      PeopleCommand.class,
      InitCommand.class,
      KafkaCommand.class,
      CommandLine.HelpCommand.class
    },
    footer = {
      "  assent demo           see the worked case happen",
      "  assent up             start an installation",
      "  assent help intents   more about one command"
    })
public final class AssentCommand implements Runnable {
  private final Context context;

  @Spec CommandSpec spec;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Show the version.")
  boolean version;

  AssentCommand(Context context) {
    this.context = context;
  }

  @Override
  public void run() {
    spec.commandLine().usage(context.terminal().out());
  }

  static final class Versions implements IVersionProvider {
    @Override
    public String[] getVersion() {
      return new String[] {
        "Assent " + Version.text(), "Java " + Runtime.version(),
      };
    }
  }
}
