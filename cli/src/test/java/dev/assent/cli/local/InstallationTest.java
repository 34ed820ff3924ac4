package dev.assent.cli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
  @TempDir Path home;

  @Test
  void shouldStartTheBackendsInTheFolderOnThePorts() {
    // given
    Installation installation = Installation.of(home, Map.of());

    // when
    List<String> command = installation.backends(List.of(), Path.of("/data"), Ports.USUAL);

    // then
    assertThat(command.getFirst()).endsWith("/bin/java");
    assertThat(command).contains("-Xmx512m", "-XX:+UseSerialGC");
    assertThat(String.join(" ", command))
        .endsWith(
            "dev.assent.backends.BackendsMain --data /data --kafka-port 29092 --postgres-port 25432");
  }

  @Test
  void shouldLetVariablesReplaceTheJvmOptions() {
    // given
    Installation installation =
        Installation.of(home, Map.of("ASSENT_APP_OPTS", " -Xmx1g  -Dassent.loops=2 "));

    // when
    List<String> command = installation.assent(List.of(), Map.of("assent.loops", "1"));

    // then
    assertThat(command)
        .doesNotContain("-Xmx512m")
        .containsSubsequence("-Dassent.loops=1", "-Xmx1g", "-Dassent.loops=2", "-jar");
  }

  @Test
  void shouldSayHowToBuildWhatIsMissing() {
    // given
    Installation installation = Installation.of(home, Map.of());

    // when // then
    assertThatThrownBy(installation::require)
        .hasMessageStartingWith("Assent is not built")
        .hasMessageEndingWith("./assent build");
  }

  @Test
  void shouldSayThatTheJdkIsGone() {
    // given
    Installation installation = new Installation(home, home.resolve("bin/java"), Map.of());

    // when // then
    assertThatThrownBy(installation::require)
        .hasMessageStartingWith("There is no java in " + home.resolve("bin"))
        .hasMessageContaining("JAVA_HOME");
  }
}
