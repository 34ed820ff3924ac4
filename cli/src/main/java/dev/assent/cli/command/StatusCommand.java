package dev.assent.cli.command;

import dev.assent.cli.Context;
import dev.assent.cli.ExitCode;
import dev.assent.cli.Version;
import dev.assent.cli.local.StatusReport;
import dev.assent.cli.local.StatusReport.BackendsStatus;
import dev.assent.cli.local.StatusReport.ServicesStatus;
import dev.assent.cli.terminal.Style;
import dev.assent.cli.terminal.Table;
import dev.assent.cli.terminal.Table.Cell;
import dev.assent.cli.terminal.Terminal;
import dev.assent.cli.terminal.Waits;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.common.utils.AppInfoParser;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** What runs, and how it is. */
@Command(
    name = "status",
    description = {
      "Show what runs: processes, ports, health, versions.",
      "Ends with 0 if all is well, 1 if something is not, 3 if nothing runs."
    },
    footer = {"  assent status", "  assent status --json"})
public final class StatusCommand implements Callable<Integer> {
  private final Context context;

  @Mixin FolderOption option;
  @Mixin JsonOption json;

  StatusCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    StatusReport report = StatusReport.of(option.folder(), Version.text());
    if (json.isWanted()) {
      JsonOption.print(context.terminal(), report);
    } else {
      show(context.terminal(), report, Instant.now());
    }
    return report.isHealthy()
        ? ExitCode.OK
        : report.state().equals("stopped") ? ExitCode.NOT_RUNNING : ExitCode.FAILED;
  }

  static void show(Terminal terminal, StatusReport report, Instant now) {
    Style style = terminal.style();
    terminal.say(
        "Assent %s, %s, in %s"
            .formatted(report.version(), style.bold(report.state()), report.dataFolder()));
    Table table = new Table("  ");
    table.heading(style, "PART", "STATE", "PID", "SINCE", "DETAILS");
    table.row(services(style, report.services(), now));
    table.row(backends(style, report.backends(), now));
    table.print(terminal);
    switch (report.state()) {
      case "stopped" ->
          terminal.say(
              report.installed() ? "Start it with: assent up" : "Nothing was ever started here.");
      case "partly running" -> terminal.say("Start the rest with: assent up");
      default -> {
        // nothing to do
      }
    }
  }

  private static List<Cell> services(
      Style style, @org.jspecify.annotations.Nullable ServicesStatus status, Instant now) {
    if (status == null) {
      return stopped(style, "services");
    }
    boolean healthy = status.health().equals("healthy");
    String troubles =
        status.troubles().isEmpty() ? "" : ", in trouble: " + String.join(", ", status.troubles());
    return List.of(
        Cell.of("services"),
        new Cell(status.health(), healthy ? style::good : style::bad),
        Cell.of(Long.toString(status.pid())),
        Cell.of(since(status.since(), now)),
        Cell.of(
            "%s, SMTP %d, version %s%s"
                .formatted(status.url(), status.smtpPort(), status.version(), troubles)));
  }

  private static List<Cell> backends(
      Style style, @org.jspecify.annotations.Nullable BackendsStatus status, Instant now) {
    if (status == null) {
      return stopped(style, "backends");
    }
    return List.of(
        Cell.of("backends"),
        new Cell("running", style::good),
        Cell.of(Long.toString(status.pid())),
        Cell.of(since(status.since(), now)),
        Cell.of(
            "Kafka %s on %d, PostgreSQL %s on %d"
                .formatted(
                    AppInfoParser.getVersion(),
                    status.kafkaPort(),
                    status.postgresVersion(),
                    status.postgresPort())));
  }

  private static List<Cell> stopped(Style style, String part) {
    return List.of(
        Cell.of(part), new Cell("stopped", style::bad), Cell.of("-"), Cell.of("-"), Cell.of(""));
  }

  private static String since(Instant start, Instant now) {
    return Waits.words(Duration.between(start, now));
  }
}
