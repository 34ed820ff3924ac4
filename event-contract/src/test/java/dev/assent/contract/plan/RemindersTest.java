package dev.assent.contract.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemindersTest {

  private static final Instant ASKED = Instant.parse("2026-11-23T09:00:00Z");

  /** Minutes after the question; an empty cell: no such thing. */
  @ParameterizedTest
  @CsvSource({
    // after, repeat, max, sent, last due, next due
    "5 30,     , 0, 0,  0,  5",
    "5 30,     , 0, 1,  5, 30",
    "5 30,     , 0, 2, 30,   ",
    "5 30,   30, 0, 2, 30, 60",
    "5 30,   30, 0, 3, 60, 90",
    "5 30,   30, 3, 2, 30, 60",
    "5 30,   30, 3, 3, 60,   ",
    "5 30,   30, 1, 1,  5,   ",
    "    ,   10, 0, 0,  0, 10",
    "    ,   10, 2, 1, 10, 20",
    "    ,   10, 2, 2, 20,   ",
    "    ,     , 0, 0,  0,   ",
    "    ,     , 9, 0,  0,   "
  })
  void shouldSayWhenTheNextIsDue(
      @Nullable String after,
      @Nullable Integer repeat,
      int max,
      int sent,
      int lastDue,
      @Nullable Integer expected) {
    // given
    Reminders reminders =
        new Reminders(
            after == null
                ? List.of()
                : Stream.of(after.split(" ")).map(Long::valueOf).map(Duration::ofMinutes).toList(),
            repeat == null ? null : Duration.ofMinutes(repeat),
            max);
    // when
    Instant next = reminders.next(ASKED, sent, minute(lastDue));
    // then
    assertThat(next).isEqualTo(expected == null ? null : minute(expected));
  }

  @Test
  void shouldCountRepeatsFromTheLastDueTimeHoweverLateItFired() {
    // given
    Reminders reminders = new Reminders(List.of(), Duration.ofMinutes(10), 0);
    // when
    Instant due = ASKED;
    for (int sent = 0; sent < 1_000; sent++) {
      due = reminders.next(ASKED, sent, due);
    }
    // then
    assertThat(due).isEqualTo(minute(10_000));
  }

  @Test
  void shouldHaveAFormForNone() {
    assertThat(Reminders.NONE.next(ASKED, 0, ASKED)).isNull();
  }

  private static Instant minute(int minute) {
    return ASKED.plus(Duration.ofMinutes(minute));
  }
}
