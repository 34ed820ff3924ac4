package dev.assent.approval.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

  @ParameterizedTest
  @CsvSource({
    "PT0S,in less than a minute",
    "PT59S,in less than a minute",
    "PT1M,in 1 min",
    "PT59M59S,in 59 min",
    "PT2H5M,in 2 h 5 min",
    "PT3H,in 3 h",
    "PT24H,in 1 day",
    "PT50H,in 2 days 2 h",
    "P30D,in 30 days",
    "PT-30S,just now",
    "PT-12M,12 min ago",
    "PT-25H,1 day 1 h ago"
  })
  void shouldSayHowFarOffAMomentIs(Duration fromNow, String words) {
    assertThat(Times.distance(fromNow)).isEqualTo(words);
  }

  @Test
  void shouldShowAsMuchOfADateAsIsNeeded() {
    // given
    Times times =
        new Times(() -> Instant.parse("2026-11-22T22:30:00Z"), ZoneId.of("Europe/Berlin"));

    // then
    assertThat(times.moment(Instant.parse("2026-11-22T20:00:00Z")).text()).isEqualTo("21:00 CET");
    assertThat(times.moment(Instant.parse("2026-11-22T23:30:00Z")).text())
        .isEqualTo("23 Nov, 00:30 CET");
    assertThat(times.moment(Instant.parse("2025-07-01T08:00:00Z")).text())
        .isEqualTo("1 Jul 2025, 10:00 CEST");
  }

  @ParameterizedTest
  @CsvSource({"PT-1S,late", "PT29M,soon", "PT31M,calm", "PT71H,calm", "PT7H,soon"})
  void shouldSayHowPressingADeadlineIs(Duration left, String urgency) {
    // given
    Instant now = Instant.parse("2026-11-22T12:00:00Z");
    Instant due = now.plus(left);
    Instant opened = left.toHours() >= 7 ? due.minus(Duration.ofHours(72)) : due.minusSeconds(7200);

    // then
    assertThat(Due.urgency(opened, due, now)).isEqualTo(urgency);
    assertThat(Due.urgency(opened, null, now)).isEqualTo("calm");
  }
}
