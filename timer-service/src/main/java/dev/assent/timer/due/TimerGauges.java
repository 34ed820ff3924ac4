package dev.assent.timer.due;

import dev.assent.eventlog.view.OwnedPartitions;
import dev.assent.timer.due.TimerStore.Figures;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;

/** How many timers wait, counted now and then: a scrape must not cost a query. */
public final class TimerGauges {

  private static final Duration EVERY = Duration.ofSeconds(10);

  private final TimerStore store;
  private final OwnedPartitions owned;
  private volatile Figures figures = new Figures(0, 0, null);
  private Instant next = Instant.MIN;

  public TimerGauges(MeterRegistry meters, TimerStore store, OwnedPartitions owned) {
    this.store = store;
    this.owned = owned;
    meters.gauge("assent.timer.armed", this, gauges -> gauges.figures.armed());
    meters.gauge("assent.timer.overdue", this, gauges -> gauges.figures.overdue());
  }

  /** Counts again if the last count is old. Called by the thread of the scan. */
  void refresh(Instant now) {
    if (!now.isBefore(next)) {
      figures = store.figures(owned.now(), now);
      next = now.plus(EVERY);
    }
  }
}
