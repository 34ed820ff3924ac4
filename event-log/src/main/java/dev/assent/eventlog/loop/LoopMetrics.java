package dev.assent.eventlog.loop;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;

/**
 * What operators see of a loop: how much, in what portions, how long, and how often it began anew.
 */
public final class LoopMetrics {

  private final DistributionSummary records;
  private final Counter appends;
  private final Timer duration;
  private final Counter restarts;

  public LoopMetrics(MeterRegistry registry, String service) {
    records =
        DistributionSummary.builder("assent.loop.batch").tag("service", service).register(registry);
    appends = Counter.builder("assent.loop.appends").tag("service", service).register(registry);
    duration = Timer.builder("assent.loop.turn").tag("service", service).register(registry);
    restarts = Counter.builder("assent.loop.restarts").tag("service", service).register(registry);
  }

  public void batch(int size, int appended, long nanos) {
    records.record(size);
    appends.increment(appended);
    duration.record(nanos, TimeUnit.NANOSECONDS);
  }

  public void restarted() {
    restarts.increment();
  }
}
