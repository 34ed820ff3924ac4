package dev.assent.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class StyleTest {
  @Test
  void shouldPaintOnATerminalOnly() {
    // given
    Map<String, String> environment = Map.of("TERM", "xterm");

    // when
    Style onScreen = Style.of(environment, true);
    Style inPipe = Style.of(environment, false);

    // then
    assertThat(onScreen.good("ok")).isEqualTo("\u001b[32mok\u001b[0m");
    assertThat(inPipe.good("ok")).isEqualTo("ok");
  }

  @Test
  void shouldRespectNoColorAndDumbTerminals() {
    // given // when // then
    assertThat(Style.of(Map.of("NO_COLOR", "1"), true)).isEqualTo(Style.PLAIN);
    assertThat(Style.of(Map.of("NO_COLOR", ""), true)).isEqualTo(Style.COLOUR);
    assertThat(Style.of(Map.of("TERM", "dumb"), true)).isEqualTo(Style.PLAIN);
  }

  @Test
  void shouldTakeTheWidthFromTheEnvironmentWithinReason() {
    // given // when // then
    assertThat(Width.of(Map.of("COLUMNS", "120"), false)).isEqualTo(120);
    assertThat(Width.of(Map.of("COLUMNS", "7"), false)).isEqualTo(40);
    assertThat(Width.of(Map.of("COLUMNS", "wide"), false)).isEqualTo(80);
    assertThat(Width.of(Map.of(), false)).isEqualTo(80);
  }
}
