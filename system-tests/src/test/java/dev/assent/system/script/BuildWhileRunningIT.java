package dev.assent.system.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.system.script.ScriptTree.Jvm;
import dev.assent.system.script.ScriptTree.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The sources are newer than the build: when {@code ./assent} builds them, and when it must not.
 */
class BuildWhileRunningIT {
  private static final String SERVICES = "standalone/target/quarkus-app/quarkus-run.jar";
  private static final String BUILT = "Done in ";

  @TempDir Path folder;

  private ScriptTree tree;

  @BeforeEach
  void makeTreeWithNewerSource() throws Exception {
    tree = ScriptTree.in(folder);
    tree.jdk("jvm/java-25", 25);
    tree.maven("echo '[INFO] Building Assent :: cli 0.1.0'");
    tree.date("cli/pom.xml", Instant.now().plusSeconds(120));
  }

  @ParameterizedTest
  @ValueSource(strings = {"down", "status", "logs", "help", "--help", "--version"})
  void shouldNeverBuildForWhatLooksOrStops(String command) throws Exception {
    // when
    Result result = tree.run(Map.of(), command);

    // then
    assertThat(result.exit()).isZero();
    assertThat(result.out()).startsWith("ran ").endsWith("dev.assent.cli.Main " + command + "\n");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void shouldShowTheHelpWithoutABuildWhenCalledAlone() throws Exception {
    // when
    Result result = tree.run(Map.of());

    // then
    assertThat(result.out()).startsWith("ran ").endsWith("dev.assent.cli.Main help\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-h", "--help"})
  void shouldShowTheHelpOfACommandWithoutABuild(String help) throws Exception {
    // when
    Result result = tree.run(Map.of(), "intents", "send", help);

    // then
    assertThat(result.out())
        .startsWith("ran ")
        .endsWith("dev.assent.cli.Main intents send " + help + "\n");
  }

  @Test
  void shouldBuildEvenForStatusWhenNothingWasEverBuilt() throws Exception {
    // given
    Files.delete(tree.project().resolve("target/built"));

    // when
    Result result = tree.run(Map.of(), "status");

    // then
    assertThat(result.out()).contains(BUILT).endsWith("dev.assent.cli.Main status\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"up", "demo", "intents", "tasks", "audit", "kafka"})
  void shouldGoOnWithTheLastBuildWhileTheServicesRunFromIt(String command) throws Exception {
    // given
    try (Jvm _ = tree.running("-Xmx1g", "-jar", tree.project().resolve(SERVICES).toString())) {

      // when
      Result result = tree.run(Map.of(), command);

      // then
      assertThat(result.exit()).isZero();
      assertThat(result.out()).startsWith("ran ").endsWith("dev.assent.cli.Main " + command + "\n");
      assertThat(result.err().lines()).hasSize(1);
      assertThat(result.err()).startsWith("Some sources are newer").contains("./assent down, then");
    }
  }

  @Test
  void shouldGoOnWithTheLastBuildWhileTheBackendsRunFromIt() throws Exception {
    // given
    Path module = tree.project().resolve("cli/target");
    String classPath = module.resolve("cli-1.jar") + ":" + module.resolve("lib/any.jar");
    try (Jvm _ = tree.running("-cp", classPath, "dev.assent.backends.BackendsMain")) {

      // when
      Result result = tree.run(Map.of(), "up");

      // then
      assertThat(result.output()).contains("Some sources are newer").doesNotContain(BUILT);
    }
  }

  @Test
  void shouldTakeTheTurnOfABuildThatDiedBeforeItLeftItsName() throws Exception {
    // given
    Files.createDirectories(tree.project().resolve("target/build-turn"));

    // when
    Result result = tree.run(Map.of(), "up");

    // then
    assertThat(result.out()).contains(BUILT).endsWith("dev.assent.cli.Main up\n");
    assertThat(tree.project().resolve("target/build-turn")).doesNotExist();
  }

  @Test
  void shouldSayNothingWhileItRunsFromTheNewestSources() throws Exception {
    // given
    tree.date("cli/pom.xml", Instant.now().minusSeconds(120));
    try (Jvm _ = tree.running("-jar", tree.project().resolve(SERVICES).toString())) {

      // when
      Result result = tree.run(Map.of(), "up");

      // then
      assertThat(result.output()).startsWith("ran ").doesNotContain("newer");
    }
  }

  @Test
  void shouldBuildWhileOnlyAnotherTreeRuns() throws Exception {
    // given
    String longer = folder.resolve("other") + tree.project().toString();
    try (Jvm _ = tree.running("-jar", Path.of(longer, SERVICES).toString());
        Jvm _ = tree.running("-jar", folder.resolve("other").resolve(SERVICES).toString());
        Jvm _ = tree.running("-cp", longer + "/cli/target/cli-1.jar", "BackendsMain")) {

      // when
      Result result = tree.run(Map.of(), "up");

      // then
      assertThat(result.out()).contains(BUILT).endsWith("dev.assent.cli.Main up\n");
    }
  }

  @Test
  void shouldBuildAgainOnceItIsStopped() throws Exception {
    // given
    tree.running("-jar", tree.project().resolve(SERVICES).toString()).close();

    // when
    Result result = tree.run(Map.of(), "up");

    // then
    assertThat(result.out()).contains(BUILT).endsWith("dev.assent.cli.Main up\n");
  }
}
