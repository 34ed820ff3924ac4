package dev.assent.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogReadingTest {

  @Test
  void shouldTellHowFarALoopHasCome() {
    // when
    var reading =
        LogReading.in(
            "2026-11-23T06:23:55.487Z INFO  d.a.e.r.LogRange [assent-intake-0]"
                + " assent.intake-standalone-0-recovery: assent.events-0 at 300000 of 1000000");

    // then
    assertThat(reading.orElseThrow().words())
        .isEqualTo(
            "Reading the log again: assent.events-0 at 300,000 of 1,000,000"
                + " (assent.intake-standalone-0-recovery)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2026-11-23T06:23:55.487Z INFO  d.a.e.p.ViewSchema [main] schema intake: made",
        "2026-11-23T06:23:55.487Z INFO  d.a.X [main] it was at 3 of 4"
      })
  void shouldLeaveOtherLinesAlone(String line) {
    assertThat(LogReading.in(line)).isEmpty();
  }
}
