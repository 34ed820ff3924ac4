package dev.assent.cli.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.backends.BackendsFile;
import dev.assent.cli.CliException;
import dev.assent.cli.Context;
import dev.assent.cli.ExitCode;
import dev.assent.cli.audit.AuditReport;
import dev.assent.cli.local.AuditKeyFiles;
import dev.assent.cli.local.Auditor;
import dev.assent.cli.terminal.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Audits an installation. */
@Command(
    name = "verify",
    description = {
      "Check that the log is whole and as it was signed, that every input was answered, and that"
          + " timers and views are what the log says. Of a file only the log is checked.",
      "The services may run or not; nothing is changed. The views are written anew in a database"
          + " that is dropped at the end.",
      "Ends with 0 if all is well, 1 if something is not, 3 or 5 if that could not be found out."
    },
    footer = {
      "  assent audit verify",
      "  assent audit verify --no-views --json",
      "  assent audit verify june.export --key audit.pem",
      "  assent audit verify --bootstrap-server kafka:9092 \\",
      "      --database jdbc:postgresql://db/assent --database-user auditor"
    })
public final class VerifyCommand implements Callable<Integer> {
  private final Context context;

  @Option(names = "--no-timers", description = "Leave the timers out.")
  boolean withoutTimers;

  @Option(names = "--no-views", description = "Leave the views out: they take longest.")
  boolean withoutViews;

  @Option(
      names = "--show",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many flaws of each check are shown (default: ${DEFAULT-VALUE}).")
  int shown;

  @Parameters(
      arity = "0..1",
      paramLabel = "FILE",
      description =
          "A file from assent audit export, to be checked alone; else the log and the views of an"
              + " installation.")
  @Nullable Path file;

  @Option(
      names = "--key",
      paramLabel = "PEM-FILE",
      description =
          "A public key that signed checkpoints; may be given again. Else those of the data folder.")
  List<Path> keys = new ArrayList<>();

  @Mixin BrokerOptions broker;

  @Option(
      names = "--database",
      paramLabel = "JDBC-URL",
      description = "The database of the views; else the one of the data folder.")
  @Nullable String database;

  @Option(
      names = "--database-user",
      paramLabel = "NAME",
      description = "Its user; the password is $$ASSENT_DATABASE_PASSWORD.")
  @Nullable String user;

  @Mixin FolderOption option;
  @Mixin JsonOption json;

  VerifyCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    AuditReport report = report();
    if (json.isWanted()) {
      JsonOption.print(context.terminal(), report.json());
    } else {
      report.print(context.terminal());
    }
    return report.hasFlaws()
        ? ExitCode.FAILED
        : report.isWhole() ? ExitCode.OK : ExitCode.NOT_CHECKED;
  }

  /** Whatever keeps it from looking must not be taken for a flaw that it found. */
  private AuditReport report() {
    try {
      return new AuditReport(Auditor.of(context).run(request(), steps()));
    } catch (CliException e) {
      throw e.exitCode() == ExitCode.FAILED
          ? new CliException(ExitCode.NOT_CHECKED, e.sentence(), e)
          : e;
    }
  }

  private Consumer<String> steps() {
    return json.isWanted() ? words -> {} : Progress.ifWatched(context.terminal());
  }

  private ObjectNode request() {
    ObjectNode request = Auditor.request(broker.prefix, shown);
    trusted().forEach(request.withArray("keys")::add);
    if (file != null) {
      return request.put("file", context.folder().resolve(file).toString());
    }
    request.put("timers", !withoutTimers).put("views", !withoutViews);
    request.put(
        "bootstrap_servers",
        broker.server == null ? backends().kafkaBootstrapServers() : broker.server);
    if (database != null) {
      request.put("jdbc_url", database).put("user", user);
      context
          .variable("ASSENT_DATABASE_PASSWORD")
          .ifPresent(password -> request.put("password", password));
    } else if (broker.server == null) {
      Auditor.name(request, backends());
    } else if (!withoutTimers || !withoutViews) {
      throw CliException.usage(
          "Expected --database beside --bootstrap-server: the views of another log are in another database. Or leave them out: --no-timers --no-views.");
    }
    return request;
  }

  /** Keys that are named; else, where the installation's folder is at hand, its own. */
  private List<String> trusted() {
    if (!keys.isEmpty()) {
      return keys.stream().map(context.folder()::resolve).map(AuditKeyFiles::read).toList();
    }
    boolean atHand = broker.server == null || option.data != null;
    List<String> own = atHand ? AuditKeyFiles.of(option.folder()) : List.<String>of();
    if (file != null && own.isEmpty()) {
      throw CliException.usage(
          "Expected --key beside a file: the public key of the installation that it is from. It is shown there by: assent audit keys");
    }
    return own;
  }

  private BackendsFile backends() {
    return option
        .folder()
        .liveBackends()
        .orElseThrow(
            () ->
                CliException.notRunning(
                    "Kafka and PostgreSQL do not run from %s. Start them with assent up, or name others with --bootstrap-server and --database."
                        .formatted(option.folder().path())));
  }
}
