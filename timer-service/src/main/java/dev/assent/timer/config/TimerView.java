package dev.assent.timer.config;

import dev.assent.eventlog.view.OwnedPartitions;
import dev.assent.eventlog.view.Projection;
import dev.assent.eventlog.view.ViewDefinition;
import dev.assent.kernel.process.Reactions;
import dev.assent.timer.due.Alarm;
import dev.assent.timer.kafka.TimerProjection;
import dev.assent.timer.postgres.PostgresTimerWriter;
import java.time.InstantSource;
import java.util.Set;

/** The view of the clock. */
public final class TimerView {

  /** When a timer fired is no event: what came of it is. */
  public static final ViewDefinition DEFINITION =
      new ViewDefinition("timer", TimerView.class, Set.of("timers.fired_at"));

  private TimerView() {}

  /** Writes the rows, and fires nothing. */
  public static Projection rebuild() {
    return projection(new OwnedPartitions(), new Alarm(InstantSource.system()));
  }

  static Projection projection(OwnedPartitions owned, Alarm alarm) {
    return new TimerProjection(Reactions::react, new PostgresTimerWriter(), owned, alarm);
  }
}
