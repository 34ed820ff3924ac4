package dev.assent.kernel.decision;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.plan.Reminders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReminderTimesTest {

  private static final Instant ASKED = Instant.parse("2026-11-23T09:00:00Z");

  /** Minutes after the question; an empty cell: no such thing. */
  @ParameterizedTest
  @CsvSource({
    // list, repeat, max, sent, after, next
    "5 30,   , 0, 0,    0,   5",
    "5 30,   , 0, 1,    5,  30",
    "5 30,   , 0, 1,    7,  30",
    "5 30,   , 0, 1,   29,  30",
    "5 30,   , 0, 1,   30,    ",
    "5 30,   , 0, 2,   30,    ",
    "5 30, 30, 0, 2,   30,  60",
    "5 30, 30, 0, 2,   59,  60",
    "5 30, 30, 0, 3,   60,  90",
    "5 30, 30, 0, 2,   61,  90",
    "5 30, 30, 0, 1, 3000, 3030",
    "5 30, 30, 3, 2,   30,  60",
    "5 30, 30, 3, 3,   60,    ",
    "5 30, 30, 1, 1,    5,    ",
    "    , 10, 0, 0,    0,  10",
    "    , 10, 0, 0,    9,  10",
    "    , 10, 0, 1,   10,  20",
    "    , 10, 2, 1,   10,  20",
    "    , 10, 2, 2,   20,    ",
    "    ,   , 0, 0,    0,    ",
    "    ,   , 9, 0,    0,    ",
    "    ,  0, 0, 0,    0,    ",
    "5   ,  0, 0, 0,    5,    "
  })
  void shouldBeTheFirstTimeOfTheTimetableThatIsLater(
      @Nullable String list,
      @Nullable Integer repeat,
      int max,
      int sent,
      int after,
      @Nullable Integer expected) {
    // given
    Reminders reminders = reminders(list, repeat, max);
    // when
    Instant next = ReminderTimes.next(reminders, ASKED, sent, minute(after));
    // then
    assertThat(next).isEqualTo(expected == null ? null : minute(expected));
  }

  @ParameterizedTest
  @CsvSource({"5 30, 20, 0", "5 30,, 0", ", 10, 0", "1 2 3 4, 1, 7", "10, 10, 1"})
  void shouldAgreeWithTheContractAsLongAsNothingIsLate(
      @Nullable String list, @Nullable Integer repeat, int max) {
    // given
    Reminders reminders = reminders(list, repeat, max);
    Instant due = ASKED;
    for (int sent = 0; due != null && sent < 50; sent++) {
      // when
      Instant next = ReminderTimes.next(reminders, ASKED, sent, due);
      // then
      assertThat(next).isEqualTo(reminders.next(ASKED, sent, due));
      due = next;
    }
  }

  @Test
  void shouldFindItsPlaceAtOnceAfterYears() {
    // given
    Reminders everySecond = new Reminders(List.of(), Duration.ofSeconds(1), 0);
    Instant late = ASKED.plus(Duration.ofDays(3650)).plusMillis(1);
    // when
    Instant next = ReminderTimes.next(everySecond, ASKED, 5, late);
    // then
    assertThat(next).isEqualTo(ASKED.plus(Duration.ofDays(3650)).plusSeconds(1));
  }

  private static Reminders reminders(@Nullable String list, @Nullable Integer repeat, int max) {
    List<Duration> after =
        list == null
            ? List.of()
            : Stream.of(list.split(" ")).map(Long::valueOf).map(Duration::ofMinutes).toList();
    return new Reminders(after, repeat == null ? null : Duration.ofMinutes(repeat), max);
  }

  private static Instant minute(int minute) {
    return ASKED.plus(Duration.ofMinutes(minute));
  }
}
