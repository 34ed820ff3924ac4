package dev.assent.timer.due;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.distribution.HistogramSnapshot;
import io.micrometer.core.instrument.distribution.ValueAtPercentile;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How late timers fire: from the moment one is due to the acknowledgement of its signal. First
 * firings only; what is fired again was on time once.
 */
public final class Lateness {

  private static final double MEDIAN = 0.5;
  private static final double TAIL = 0.99;
  private static final Duration WINDOW = Duration.ofMinutes(10);

  private final Timer timer;

  public Lateness(MeterRegistry meters) {
    timer =
        Timer.builder("assent.timer.lateness")
            .description("From due to appended")
            .publishPercentiles(MEDIAN, TAIL)
            .distributionStatisticExpiry(WINDOW)
            .serviceLevelObjectives(
                Duration.ofMillis(10),
                Duration.ofMillis(25),
                Duration.ofMillis(50),
                Duration.ofMillis(100),
                Duration.ofMillis(250),
                Duration.ofMillis(500),
                Duration.ofSeconds(1),
                Duration.ofSeconds(5),
                Duration.ofMinutes(1))
            .register(meters);
  }

  void record(Duration late) {
    timer.record(late);
  }

  /** The last ten minutes, in milliseconds; the count is since the start. */
  public Summary summary() {
    HistogramSnapshot snapshot = timer.takeSnapshot();
    return new Summary(
        snapshot.count(),
        percentile(snapshot, MEDIAN),
        percentile(snapshot, TAIL),
        snapshot.max(TimeUnit.MILLISECONDS));
  }

  private static double percentile(HistogramSnapshot snapshot, double wanted) {
    for (ValueAtPercentile value : snapshot.percentileValues()) {
      if (value.percentile() == wanted) {
        return value.value(TimeUnit.MILLISECONDS);
      }
    }
    return 0;
  }

  /** Milliseconds, and how many firings they speak of. */
  public record Summary(long fired, double p50Ms, double p99Ms, double maxMs) {}
}
