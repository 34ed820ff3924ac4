package dev.assent.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A rule about classes that nobody looked at would hold for ever. */
class EveryModuleIsSeenTest {

  static Stream<String> packages() {
    return Stream.of(
        "dev.assent.contract",
        "dev.assent.kernel",
        "dev.assent.eventlog",
        "dev.assent.access",
        "dev.assent.edge",
        "dev.assent.intake",
        "dev.assent.approval",
        "dev.assent.timer",
        "dev.assent.notifier",
        "dev.assent.auditor",
        "dev.assent.backends",
        "dev.assent.testbackends",
        "dev.assent.cli");
  }

  @ParameterizedTest
  @MethodSource("packages")
  void shouldSeeTheClassesOf(String name) {
    assertThat(Code.MAIN.stream().filter(type -> type.getPackageName().startsWith(name)))
        .hasSizeGreaterThan(3);
  }
}
