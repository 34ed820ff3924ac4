package dev.assent.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** What the README promises first: one command plays the whole case. */
@DisabledIfSystemProperty(
    named = "assent.backends",
    matches = "testcontainers",
    disabledReason = "assent demo starts embedded backends, whatever tests use")
class DemoE2E {

  @Test
  void shouldPlayTheCaseToItsOutcome(@TempDir Path data) throws IOException, InterruptedException {
    // given
    ProcessBuilder demo =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dassent.home=" + Installation.ROOT,
                "-cp",
                Installation.ROOT.resolve("cli/target/classes")
                    + ":"
                    + Installation.ROOT.resolve("cli/target/lib")
                    + "/*",
                "dev.assent.cli.Main",
                "demo",
                "--yes",
                "--data",
                data.toString())
            .redirectErrorStream(true);
    demo.environment().put("NO_COLOR", "1");

    // when
    Process process = demo.start();
    process.getOutputStream().close();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    boolean ended = process.waitFor(180, TimeUnit.SECONDS);

    // then
    assertThat(ended).isTrue();
    assertThat(process.exitValue()).as(output).isZero();
    assertThat(output)
        .containsIgnoringCase("reminder")
        .containsIgnoringCase("escalated")
        .contains("COMPLETED");
  }
}
