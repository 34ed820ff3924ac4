package dev.assent.timer.config;

import dev.assent.eventlog.view.OwnedPartitions;
import dev.assent.eventlog.view.Projection;
import dev.assent.timer.due.Alarm;
import dev.assent.timer.due.DueScan;
import dev.assent.timer.due.FiredSignals;
import dev.assent.timer.due.Lateness;
import dev.assent.timer.due.TimerGauges;
import dev.assent.timer.due.TimerStore;
import dev.assent.timer.postgres.PostgresTimers;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** The parts of the clock, put together: the table, the projections that fill it, and the scan. */
public final class Clockwork implements AutoCloseable {

  private static final Duration GRACE = Duration.ofSeconds(5);

  private final InstantSource clock;
  private final TimerStore store;
  private final Lateness lateness;
  private final OwnedPartitions owned = new OwnedPartitions();
  private final Alarm alarm;
  private final DueScan scan;
  private final Thread thread;

  public Clockwork(
      DataSource database,
      FiredSignals signals,
      MeterRegistry meters,
      InstantSource clock,
      TimerConfig config) {
    this.clock = clock;
    store = new PostgresTimers(database);
    lateness = new Lateness(meters);
    alarm = new Alarm(clock);
    scan =
        new DueScan(
            store,
            signals,
            owned,
            alarm,
            clock,
            lateness,
            new TimerGauges(meters, store, owned),
            new DueScan.Settings(config.batchSize(), config.refireAfter()));
    thread = Thread.ofPlatform().name("timer-scan").daemon().unstarted(scan);
  }

  /** A projection for one loop; what it owns, the scan fires. */
  public Projection projection() {
    return TimerView.projection(owned, alarm);
  }

  void start() {
    thread.start();
  }

  /** Counts over all partitions. */
  public TimerStore.Figures figures() {
    return store.figures(clock.instant());
  }

  public Lateness.Summary lateness() {
    return lateness.summary();
  }

  /** How late the oldest unfired timer of this instance is; zero if none is due. */
  public Duration lateBy() {
    @Nullable Instant next = store.nextDue(owned.now());
    Instant now = clock.instant();
    return next == null || next.isAfter(now) ? Duration.ZERO : Duration.between(next, now);
  }

  /** Lets the batch at hand end, for five seconds at the most. */
  @Override
  public void close() {
    scan.stop();
    try {
      if (!thread.join(GRACE)) {
        thread.interrupt();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
