package dev.assent.contract.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When people are reminded: after each of a list of waits, then, if asked for, again and again.
 *
 * @param after waits counted from the moment the present approvers were asked, ascending
 * @param repeat the pause between reminders after the list is used up; null: no more
 * @param max how many at the most for each level of the chain; 0: no bound
 */
public record Reminders(List<Duration> after, @Nullable Duration repeat, int max) {

  public static final Reminders NONE = new Reminders(List.of(), null, 0);

  public Reminders {
    after = List.copyOf(after);
  }

  /**
   * When the next reminder is due.
   *
   * @param sent how many went out since {@code asked}
   * @param lastDue when the last of them was due; repeats count from there, not from now
   */
  public @Nullable Instant next(Instant asked, int sent, Instant lastDue) {
    if (max > 0 && sent >= max) {
      return null;
    }
    if (sent < after.size()) {
      return asked.plus(after.get(sent));
    }
    return repeat == null ? null : lastDue.plus(repeat);
  }
}
