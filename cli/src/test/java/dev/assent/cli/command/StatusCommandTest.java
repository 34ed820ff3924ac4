package dev.assent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.cli.Called;
import dev.assent.cli.local.StatusReport;
import dev.assent.cli.local.StatusReport.BackendsStatus;
import dev.assent.cli.local.StatusReport.ServicesStatus;
import dev.assent.cli.terminal.Style;
import dev.assent.cli.terminal.Terminal;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.utils.AppInfoParser;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatusCommandTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
  private static final BackendsStatus BACKENDS =
      new BackendsStatus(4711, NOW.minusSeconds(7_500), 29092, 25432, "18");

  @Test
  void shouldShowWhatRuns() {
    // given
    StatusReport report = report("running", services("healthy", List.of()), BACKENDS);

    // when
    String shown = shown(report);

    // then
    assertThat(shown)
        .isEqualTo(
            """
            Assent 1.0, running, in /srv/assent
              PART      STATE    PID   SINCE      DETAILS
              services  healthy  4712  1 min 5 s  http://localhost:8300, SMTP 8325, version 1.0
              backends  running  4711  2 h 5 min  Kafka %s on 29092, PostgreSQL 18 on 25432
            """
                .formatted(AppInfoParser.getVersion()));
  }

  @Test
  void shouldNameTheTroublesAndWhatIsDown() {
    // given
    StatusReport report =
        report("partly running", services("unhealthy", List.of("database", "log")), null);

    // when
    String shown = shown(report);

    // then
    assertThat(shown)
        .contains("unhealthy", "in trouble:", "database, log", "backends  stopped", "assent up");
    assertThat(report.isHealthy()).isFalse();
  }

  @Test
  void shouldEndWithThreeWhenNothingRuns(@TempDir Path folder) {
    // given // when
    Called called = Called.in(folder).run("status");
    Called json = Called.in(folder).run("status", "--json");

    // then
    assertThat(called.exit()).isEqualTo(3);
    assertThat(called.out()).contains("stopped").endsWith("Nothing was ever started here.\n");
    assertThat(json.out()).contains("\"state\" : \"stopped\"", "\"installed\" : false");
  }

  @Test
  void shouldHaveNothingToStopWhereNothingRuns(@TempDir Path folder) {
    // given // when
    Called called = Called.in(folder).run("down");

    // then
    assertThat(called.exit()).isZero();
    assertThat(called.out()).isEqualTo("Nothing runs from " + folder.resolve("data") + ".\n");
  }

  private static ServicesStatus services(String health, List<String> troubles) {
    return new ServicesStatus(
        4712,
        NOW.minusSeconds(65),
        URI.create("http://localhost:8300"),
        8325,
        "1.0",
        health,
        troubles);
  }

  private static StatusReport report(
      String word, @Nullable ServicesStatus services, @Nullable BackendsStatus backends) {
    return new StatusReport(word, "/srv/assent", true, "1.0", services, backends);
  }

  private static String shown(StatusReport report) {
    StringWriter out = new StringWriter();
    StatusCommand.show(
        new Terminal(out, new StringWriter(), new StringReader(""), Style.PLAIN, 100, false),
        report,
        NOW);
    return out.toString();
  }
}
