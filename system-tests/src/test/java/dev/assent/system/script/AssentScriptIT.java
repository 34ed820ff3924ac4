package dev.assent.system.script;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.system.script.ScriptTree.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AssentScriptIT {
  @TempDir Path folder;

  private ScriptTree tree;

  @BeforeEach
  void makeTree() throws Exception {
    tree = ScriptTree.in(folder);
  }

  @Test
  void shouldTakeJavaHomeWhenItIsNewEnough() throws Exception {
    // given
    Path wanted = tree.jdk("chosen", 25);
    tree.onPath(tree.jdk("on-path", 26));

    // when
    Result result = tree.run(Map.of("JAVA_HOME", wanted.toString()), "status", "a b");

    // then
    assertThat(result.exit()).isZero();
    assertThat(result.output()).startsWith("ran " + wanted).endsWith("Main status a b\n");
  }

  @Test
  void shouldPassOverAnOldJavaHomeForTheOneOnThePath() throws Exception {
    // given
    Path old = tree.jdk("old", 17);
    Path onPath = tree.jdk("on-path", 25);
    tree.onPath(onPath);

    // when
    Result result = tree.run(Map.of("JAVA_HOME", old.toString()), "status");

    // then
    assertThat(result.output()).startsWith("ran " + onPath);
  }

  @Test
  void shouldTakeTheHighestInstalledWhenTheOneOnThePathIsOld() throws Exception {
    // given
    tree.onPath(tree.jdk("jvm/java-17", 17));
    tree.jdk("jvm/java-25", 25);
    tree.jdk("jvm/java-9", 9);
    Path highest = tree.jdk("home/.sdkman/candidates/java/26-tem", 26);

    // when
    Result result = tree.run(Map.of(), "status");

    // then
    assertThat(result.output()).startsWith("ran " + highest);
  }

  /** As a service of the system has none. */
  @Test
  void shouldRunWhereThereIsNoHome() throws Exception {
    // given
    Path onPath = tree.jdk("on-path", 25);
    tree.onPath(onPath);

    // when
    Result result = tree.run(Map.of("HOME", "", "ASSENT_JVM_DIRS", ""), "status");

    // then
    assertThat(result.out()).startsWith("ran " + onPath);
    assertThat(result.err()).isEmpty();
  }

  @Test
  void shouldSayWhatToInstallWhenNoneIsNewEnough() throws Exception {
    // given
    tree.jdk("jvm/java-17", 17);
    Files.createDirectories(tree.installedJdks().resolve("a-jre-25/bin"));

    // when
    Result result = tree.run(Map.of(), "demo");

    // then
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.output())
        .startsWith("Assent needs a JDK 25 or newer")
        .contains("Temurin 25", "apt-get", "brew", "sdk install", "JAVA_HOME");
  }

  @Test
  void shouldSayThatMavenIsMissing() throws Exception {
    // given
    tree.jdk("jvm/java-25", 25);

    // when
    Result result = tree.run(Map.of(), "test");

    // then
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.output()).contains("there is no mvn on the PATH").contains("apt-get");
  }

  @Test
  void shouldWorkThroughLinksFromAnotherFolder() throws Exception {
    // given
    tree.jdk("jvm/java-25", 25);
    Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("project/assent"));
    Path linkToLink = Files.createSymbolicLink(folder.resolve("link-to-link"), link);

    // when
    Result result = tree.run(linkToLink, Map.of(), "status");

    // then
    assertThat(result.output()).contains("-Dassent.home=" + tree.project() + " ");
  }

  @Test
  void shouldBuildFirstWhenASourceIsNewerThanTheBuild() throws Exception {
    // given
    tree.jdk("jvm/java-25", 25);
    tree.maven("echo '[INFO] Building Assent :: cli 0.1.0'");
    tree.date("cli/pom.xml", Instant.now().plusSeconds(120));

    // when
    Result result = tree.run(Map.of(), "up");

    // then
    assertThat(result.exit()).isZero();
    assertThat(result.output()).contains("Assent :: cli\n", "Done in ", "dev.assent.cli.Main up");
  }

  @Test
  void shouldTellWhereTheLogIsWhenTheBuildFails() throws Exception {
    // given
    tree.jdk("jvm/java-25", 25);
    tree.maven("echo '[ERROR] a reason'; echo detail; exit 1");

    // when
    Result result = tree.run(Map.of(), "test", "-pl", "cli");

    // then
    Path log = tree.project().resolve(".assent/logs/test.log");
    assertThat(result.exit()).isEqualTo(1);
    assertThat(result.output()).contains("[ERROR] a reason\ndetail\n").endsWith(log + "\n");
    assertThat(log).hasContent("[ERROR] a reason\ndetail");
  }
}
