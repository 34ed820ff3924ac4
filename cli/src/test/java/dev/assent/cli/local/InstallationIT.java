package dev.assent.cli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assent.cli.terminal.Progress;
import dev.assent.cli.terminal.Style;
import dev.assent.cli.terminal.Terminal;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** A real broker and a real database, with stand-ins for the services. */
@DisabledIfSystemProperty(
    named = "assent.backends",
    matches = "testcontainers",
    disabledReason = "assent up starts embedded backends, whatever tests use")
class InstallationIT {
  @TempDir Path home;
  private DataFolder folder;
  private Ports ports;
  private final StringWriter out = new StringWriter();

  @BeforeEach
  void prepare() throws IOException {
    FakeServices.installIn(home);
    folder = new DataFolder(home.resolve("data"));
    int first = PortProbe.nextFree(31_000 + (int) (ProcessHandle.current().pid() % 1_000) * 8);
    int second = PortProbe.nextFree(first);
    int third = PortProbe.nextFree(second);
    ports = new Ports(first, second, third, PortProbe.nextFree(third));
  }

  @AfterEach
  void stop() {
    Shutdown.stop(folder, progress());
  }

  @Test
  void shouldStartBothAndFindThemAgain() {
    // given
    Startup.Result first = up(Map.of());

    // when
    Startup.Result second = up(Map.of());

    // then
    assertThatThrownBy(() -> startup(Map.of()).start(otherHttpPort(), Ports.USUAL))
        .hasMessage(
            "The page runs already, on port %d instead of %d. Stop it first (assent down), or leave the port out.",
            ports.http(), ports.http() - 1);
    assertThat(first.started()).containsExactly(Part.BACKENDS, Part.ASSENT);
    assertThat(second.started()).isEmpty();
    assertThat(second.backends()).isEqualTo(first.backends());
    assertThat(second.assent()).isEqualTo(first.assent());
    assertThat(out.toString())
        .contains(
            "Accounts for ada, bo, cy, and a key for agent://demo/prod/migrator",
            "Kafka: ready on",
            "PostgreSQL: ready on")
        .contains("The services are ready on http://localhost:" + ports.http());
    assertThat(StatusReport.of(folder, "1").isHealthy()).isTrue();
  }

  @Test
  void shouldStartTheHalfThatWasKilled() {
    // given
    Startup.Result first = up(Map.of());
    kill(first.assent().mark());

    // when
    Startup.Result withNewServices = up(Map.of());
    kill(withNewServices.backends().mark());
    StatusReport half = StatusReport.of(folder, "1");
    Startup.Result withNewBackends = up(Map.of());

    // then
    assertThat(withNewServices.started()).containsExactly(Part.ASSENT);
    assertThat(withNewServices.backends()).isEqualTo(first.backends());
    assertThat(half.state()).isEqualTo("partly running");
    assertThat(withNewBackends.started()).containsExactly(Part.BACKENDS);
    assertThat(withNewBackends.assent()).isEqualTo(withNewServices.assent());
  }

  @Test
  void shouldStopEverythingAlsoADatabaseThatWasLeftAlone() {
    // given
    Startup.Result running = up(Map.of());
    kill(running.backends().mark());
    assertThat(Postmaster.of(folder)).isPresent();

    // when
    boolean stopped = Shutdown.stop(folder, progress());

    // then
    assertThat(stopped).isTrue();
    assertThat(Postmaster.of(folder)).isEmpty();
    assertThat(running.assent().mark().isAlive()).isFalse();
    assertThat(ports.areFree()).isTrue();
    assertThat(StatusReport.of(folder, "1").state()).isEqualTo("stopped");
  }

  @Test
  void shouldStopWhatItStartedWhenTheRestFails() {
    // given
    Map<String, String> broken = Map.of("ASSENT_APP_OPTS", "-Dfake.broken=true");

    // when // then
    assertThatThrownBy(() -> again(broken).start(Ports.Wanted.NONE, ports))
        .hasMessageStartingWith(
            "The services ended while starting: Expected another configuration, but came this one.")
        .hasMessageEndingWith("The whole log is in " + folder.log(Part.ASSENT));
    assertThat(StatusReport.of(folder, "1").state()).isEqualTo("stopped");
    assertThat(ports.areFree()).isTrue();
    assertThat(home.resolve(".assent/classes")).isEmptyDirectory();
  }

  @Test
  void shouldRefuseATakenPortBeforeAnythingIsStarted() throws IOException {
    // given
    try (ServerSocket taken =
        new ServerSocket(ports.kafka(), 1, InetAddress.getByName("127.0.0.1"))) {

      // when // then
      assertThatThrownBy(() -> up(Map.of()))
          .hasMessageStartingWith(
              "Port %d, wanted for Kafka, is taken by".formatted(taken.getLocalPort()))
          .hasMessageContaining("--kafka-port");
    }
    assertThat(StatusReport.of(folder, "1").state()).isEqualTo("stopped");
  }

  @Test
  void shouldStartQuickerFromWhatTheFirstStartWroteDown() {
    // given
    Startup first = again(Map.of());
    Mark before = first.start(Ports.Wanted.NONE, ports).assent().mark();
    first.prepareNext();
    boolean servedOn = before.isAlive();
    Shutdown.stop(folder, progress());

    // when
    Mark after = up(Map.of()).assent().mark();

    // then
    assertThat(servedOn).isTrue();
    assertThat(commandOf(after))
        .contains("-XX:AOTCache=" + home.resolve(".assent/classes/assent-"));
    assertThat(home.resolve(".assent/classes")).isDirectoryContaining("glob:**/assent-*.aot");
    assertThat(out.toString()).contains("From now on, starting is quicker");
  }

  private static String commandOf(Mark mark) {
    return mark.process().orElseThrow().info().commandLine().orElseThrow();
  }

  private Startup.Result up(Map<String, String> environment) {
    return startup(environment).start(Ports.Wanted.NONE, ports);
  }

  private Startup startup(Map<String, String> environment) {
    return Startup.once(folder, Installation.of(home, environment), progress());
  }

  private Startup again(Map<String, String> environment) {
    return Startup.again(folder, Installation.of(home, environment), progress());
  }

  private Ports.Wanted otherHttpPort() {
    return new Ports.Wanted(ports.http() - 1, null, null, null);
  }

  private Progress progress() {
    return new Progress(
        new Terminal(out, new StringWriter(), new StringReader(""), Style.PLAIN, 80, false));
  }

  private static void kill(Mark mark) {
    ProcessHandle process = mark.process().orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
    assertThat(mark.isAlive()).isFalse();
  }
}
