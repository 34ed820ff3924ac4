package dev.assent.timer.due;

import dev.assent.eventlog.view.OwnedPartitions;
import dev.assent.timer.domain.Timer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fires what is due, in bounded batches, and sleeps until the next timer is.
 *
 * <p>Never early: the table rounds due times up. Never lost: a timer counts as fired only after the
 * log acknowledged its signal, and one that still stands later is fired again. Twice at times:
 * after a crash between the two, or while a partition changes hands; the decider refuses the
 * second, for its generation was answered.
 *
 * <p>One thread runs it. Other threads only announce timers and own partitions.
 */
public final class DueScan implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(DueScan.class);
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
  private static final long APPEND_SECONDS = 60;

  private final TimerStore store;
  private final FiredSignals signals;
  private final OwnedPartitions owned;
  private final Alarm alarm;
  private final InstantSource clock;
  private final Lateness lateness;
  private final TimerGauges gauges;
  private final Settings settings;
  private Instant nextLookForUnanswered = Instant.MIN;
  private volatile boolean stopped;

  /**
   * How much at once, and how long to wait for an answer.
   *
   * @param batch timers fired at once, at the most
   * @param refireAfter how long after a firing a timer that still stands is fired again
   */
  public record Settings(int batch, Duration refireAfter) {}

  public DueScan(
      TimerStore store,
      FiredSignals signals,
      OwnedPartitions owned,
      Alarm alarm,
      InstantSource clock,
      Lateness lateness,
      TimerGauges gauges,
      Settings settings) {
    this.store = store;
    this.signals = signals;
    this.owned = owned;
    this.alarm = alarm;
    this.clock = clock;
    this.lateness = lateness;
    this.gauges = gauges;
    this.settings = settings;
  }

  /** Scans until it is stopped or interrupted. An outage is logged, and waited out. */
  @Override
  public void run() {
    while (!stopped) {
      try {
        alarm.await(passOrPause());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Ends after the batch at hand. */
  public void stop() {
    stopped = true;
    alarm.wake();
  }

  private Instant passOrPause() throws InterruptedException {
    try {
      return pass();
    } catch (RuntimeException | ExecutionException | TimeoutException e) {
      LOG.warn("timers cannot be fired now, the next try is in a second", e);
      return clock.instant().plus(LOOK_AGAIN);
    }
  }

  /** Fires all that is due, and says when to look again. */
  Instant pass() throws InterruptedException, ExecutionException, TimeoutException {
    Set<Integer> mine = owned.now();
    Instant now = clock.instant();
    if (mine.isEmpty()) {
      return now.plus(LOOK_AGAIN);
    }
    fireDue(mine);
    fireUnanswered(mine);
    gauges.refresh(clock.instant());
    return earlier(clock.instant().plus(LOOK_AGAIN), store.nextDue(mine));
  }

  private void fireDue(Set<Integer> mine)
      throws InterruptedException, ExecutionException, TimeoutException {
    int fired = settings.batch();
    while (fired == settings.batch() && !stopped) {
      List<Timer> due = store.due(mine, clock.instant(), settings.batch());
      Instant appended = fire(due);
      due.forEach(timer -> lateness.record(Duration.between(timer.dueAt(), appended)));
      fired = due.size();
      // The database and the log serve others between two batches.
      Thread.yield();
    }
  }

  private void fireUnanswered(Set<Integer> mine)
      throws InterruptedException, ExecutionException, TimeoutException {
    Instant now = clock.instant();
    if (now.isBefore(nextLookForUnanswered)) {
      return;
    }
    nextLookForUnanswered = now.plus(LOOK_AGAIN);
    List<Timer> standing = store.unanswered(mine, now, settings.refireAfter(), settings.batch());
    if (!standing.isEmpty()) {
      LOG.info("firing again timers={} that nothing answered", standing.size());
      fire(standing);
    }
  }

  private Instant fire(List<Timer> timers)
      throws InterruptedException, ExecutionException, TimeoutException {
    Instant now = clock.instant();
    if (timers.isEmpty()) {
      return now;
    }
    signals
        .append(timers.stream().map(timer -> timer.fired(now)).toList())
        .get(APPEND_SECONDS, TimeUnit.SECONDS);
    Instant appended = clock.instant();
    store.markFired(timers, appended);
    return appended;
  }

  private static Instant earlier(Instant one, @Nullable Instant other) {
    return other == null || one.isBefore(other) ? one : other;
  }
}
