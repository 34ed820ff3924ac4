package dev.assent.timer.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The keys of the clock. */
@ConfigMapping(prefix = "assent.timer")
public interface TimerConfig {

  /** How many timers fire at once, at the most. */
  @WithDefault("1000")
  int batchSize();

  /** How long after a firing a timer that nothing answered is fired again. */
  @WithDefault("PT30S")
  Duration refireAfter();

  /** How late the oldest unfired timer may be before the health check turns down. */
  @WithDefault("PT5S")
  Duration lateAfter();
}
