package dev.assent.kernel.decision;

import dev.assent.contract.plan.Reminders;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When the next reminder is due, as the place in a fixed timetable that starts when people were
 * asked. So repeats never drift, and after an outage the missed ones make one reminder, not a heap.
 */
final class ReminderTimes {

  private ReminderTimes() {}

  /**
   * The next time of the timetable.
   *
   * @param asked when those who are to be reminded were asked
   * @param sent how many reminders they got
   * @param after only what lies later than this counts: the last due time, or now if that is later
   * @return null if there is none
   */
  static @Nullable Instant next(Reminders reminders, Instant asked, int sent, Instant after) {
    if (reminders.max() > 0 && sent >= reminders.max()) {
      return null;
    }
    Optional<Instant> listed =
        reminders.after().stream().map(asked::plus).filter(due -> due.isAfter(after)).findFirst();
    return listed.orElseGet(() -> repeated(reminders, asked, after));
  }

  private static @Nullable Instant repeated(Reminders reminders, Instant asked, Instant after) {
    Duration pause = reminders.repeat();
    if (pause == null || !pause.isPositive()) {
      return null;
    }
    Instant start = reminders.after().isEmpty() ? asked : asked.plus(reminders.after().getLast());
    long gone = Duration.between(start, after).dividedBy(pause);
    return start.plus(pause.multipliedBy(gone + 1));
  }
}
