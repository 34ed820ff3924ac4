package dev.assent.intake.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The keys of intake-service. */
@ConfigMapping(prefix = "assent.intake")
public interface IntakeConfig {

  /** How many submissions and facts one turn of a loop takes at the most. */
  @WithDefault("1000")
  int maxBatch();

  /** How often a stream without news shows that it lives. */
  @WithDefault("PT10S")
  Duration heartbeat();
}
