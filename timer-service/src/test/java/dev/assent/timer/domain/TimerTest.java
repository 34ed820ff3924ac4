package dev.assent.timer.domain;

import static dev.assent.timer.TimerFixtures.NOON;
import static dev.assent.timer.TimerFixtures.ONE;
import static dev.assent.timer.TimerFixtures.TWO;
import static dev.assent.timer.TimerFixtures.timer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.envelope.SignalEnvelope;
import dev.assent.contract.json.SignalCodec;
import dev.assent.contract.signal.Signal.TimerFired;
import dev.assent.contract.timer.TimerKind;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimerTest {

  @Test
  void shouldRoundDueTimesUpSoThatNothingFiresEarly() {
    // given
    Instant exact = NOON.plusNanos(1_000_001);

    // when
    Timer timer = timer(ONE, TimerKind.REMINDER, 1, exact);

    // then
    assertThat(timer.dueAt()).isEqualTo(NOON.plusNanos(1_001_000));
    assertThat(timer(ONE, TimerKind.REMINDER, 1, NOON).dueAt()).isEqualTo(NOON);
  }

  @Test
  void shouldKeepWithinWhatTheDatabaseCanRead() {
    // when
    Timer last = timer(ONE, TimerKind.DELAY, 1, Instant.MAX);
    Timer first = timer(ONE, TimerKind.DELAY, 1, Instant.MIN);

    // then
    assertThat(last.dueAt()).isEqualTo(Instant.parse("9999-12-31T23:59:59Z"));
    assertThat(first.dueAt()).isEqualTo(Instant.EPOCH);
  }

  @Test
  void shouldNameTheSameFiringTheSame() {
    // given
    Timer timer = timer(ONE, TimerKind.ESCALATION, 7, NOON);

    // when
    SignalEnvelope first = timer.fired(NOON);
    SignalEnvelope again = timer.fired(NOON.plusSeconds(60));

    // then
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(first.id())
        .isNotEqualTo(timer(ONE, TimerKind.ESCALATION, 8, NOON).fired(NOON).id())
        .isNotEqualTo(timer(ONE, TimerKind.REMINDER, 7, NOON).fired(NOON).id())
        .isNotEqualTo(timer(TWO, TimerKind.ESCALATION, 7, NOON).fired(NOON).id());
  }

  @Test
  void shouldTravelAsASignalOfItsIntent() {
    // given
    SignalEnvelope fired = timer(ONE, TimerKind.DELAY, 3, NOON).fired(NOON.plusMillis(5));

    // when
    SignalEnvelope read = SignalCodec.decode(SignalCodec.encode(fired));

    // then
    assertThat(read).isEqualTo(fired);
    assertThat(read.intentId()).isEqualTo(ONE);
    assertThat(read.signal()).isEqualTo(new TimerFired(TimerKind.DELAY, 3, NOON));
  }
}
