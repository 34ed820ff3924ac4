package dev.assent.timer.due;

import dev.assent.timer.domain.Timer;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The armed timers, as the scan needs them. Every call throws when the database cannot answer. */
public interface TimerStore {

  /** Timers of these partitions that are due and were not fired, the oldest first. */
  List<Timer> due(Collection<Integer> partitions, Instant now, int limit);

  /**
   * Timers of these partitions that were fired and still stand: what answers them should have
   * cancelled or replaced them by now.
   *
   * @param after how long after the first firing; then again after as long as they are overdue, ten
   *     minutes at most, so that an intent that nobody can answer is not fired at for ever and ever
   */
  List<Timer> unanswered(Collection<Integer> partitions, Instant now, Duration after, int limit);

  /** Remembers that these were fired; those that were replaced meanwhile are left alone. */
  void markFired(List<Timer> fired, Instant at);

  /** When the next timer of these partitions is due that was not fired; null: there is none. */
  @Nullable Instant nextDue(Collection<Integer> partitions);

  /** Counts over the partitions that this instance owns. */
  Figures figures(Collection<Integer> partitions, Instant now);

  /** Counts over all partitions, whoever owns them. */
  Figures figures(Instant now);

  /**
   * How many timers wait.
   *
   * @param armed not fired yet
   * @param overdue of these, due already
   * @param nextDue the earliest of the armed, or null
   */
  record Figures(long armed, long overdue, @Nullable Instant nextDue) {}
}
