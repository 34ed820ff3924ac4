package dev.assent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class HelpTest {
  @TempDir static Path folder;

  static Stream<String> commands() {
    Called.Caller caller = Called.in(folder);
    List<String> paths = new ArrayList<>();
    collect(Cli.of(caller.context()), "", paths);
    return paths.stream().filter(path -> !path.isEmpty() && !path.equals("help"));
  }

  private static void collect(CommandLine command, String path, List<String> paths) {
    paths.add(path);
    command
        .getSubcommands()
        .forEach((name, child) -> collect(child, (path + " " + name).strip(), paths));
  }

  @ParameterizedTest
  @MethodSource("commands")
  void shouldShowAnExampleAndTheExitCodesOfEveryCommand(String path) {
    // given
    String[] words = (path + " --help").split(" ", -1);

    // when
    Called called = Called.in(folder).run(words);

    // then
    assertThat(called.exit()).isZero();
    assertThat(called.err()).isEmpty();
    assertThat(called.out())
        .contains("assent " + path, "Examples:", "Exit codes:", "3   Assent does not run")
        .satisfies(text -> assertThat(text.lines()).allMatch(line -> line.length() <= 80));
  }

  @Test
  void shouldShowTheHelpWhenCalledWithNothing() {
    // given // when
    Called called = Called.in(folder).run();

    // then
    assertThat(called.exit()).isZero();
    assertThat(called.out()).contains("demo", "up", "intents", "tasks", "audit", "kafka");
  }

  @Test
  void shouldEndWithTwoAndNameTheHelpWhenCalledWrongly() {
    // given // when
    Called called = Called.in(folder).run("up", "--htp-port", "1");

    // then
    assertThat(called.exit()).isEqualTo(2);
    assertThat(called.err()).contains("--htp-port").endsWith("See: assent up --help\n");
    assertThat(called.out()).isEmpty();
  }

  @Test
  void shouldEndWithTwoWhenAGroupIsCalledWithoutACommand() {
    // given // when
    Called called = Called.in(folder).run("intents");

    // then
    assertThat(called.exit()).isEqualTo(2);
    assertThat(called.err()).contains("send", "watch");
  }

  @Test
  void shouldShowWhatIsBehindAnErrorOnlyWhenAsked() {
    // given
    Called.Caller caller = Called.in(folder);

    // when
    String plain = caller.run("intents", "list").err();
    String traced = caller.with("ASSENT_TRACE", "1").run("intents", "list").err();

    // then
    assertThat(plain).doesNotContain("\tat ");
    assertThat(traced).contains("\tat ").endsWith(plain);
  }
}
