package dev.assent.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WaitsTest {
  @ParameterizedTest
  @CsvSource({
    "90s, PT1M30S",
    "10m, PT10M",
    "1h30m, PT1H30M",
    "1h 30m, PT1H30M",
    "2D, PT48H",
    "600, PT10M",
    "0.5, PT0.5S",
    "PT10M, PT10M",
    "p1d, PT24H"
  })
  void shouldReadDurationsAsPeopleWriteThem(String written, Duration expected) {
    // given // when
    Duration read = Waits.parse(written);

    // then
    assertThat(read).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "soon", "10x", "-5m", "0s", "0", "PT0S", "m10", "99999999999999m"})
  void shouldSayWhatWasExpectedOfAnythingElse(String written) {
    // given // when // then
    assertThatThrownBy(() -> Waits.parse(written))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("Expected a duration")
        .hasMessageContaining("\"" + written + "\"");
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S, 0 s",
    "PT59.9S, 59 s",
    "PT1M, 1 min",
    "PT1M5S, 1 min 5 s",
    "PT25M5S, 25 min",
    "PT1H, 1 h",
    "PT3H20M, 3 h 20 min",
    "PT49H, 2 d 1 h",
    "-PT5S, 0 s"
  })
  void shouldWriteThemShort(Duration duration, String expected) {
    // given // when
    String words = Waits.words(duration);

    // then
    assertThat(words).isEqualTo(expected);
  }
}
