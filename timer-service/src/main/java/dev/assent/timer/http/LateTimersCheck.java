package dev.assent.timer.http;

import dev.assent.timer.config.Clockwork;
import dev.assent.timer.config.TimerConfig;
import dev.assent.timer.config.TimerService;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Down while the oldest unfired timer is later than it may be, or no loop fills the table.
 *
 * <p>Wellness, not liveness or readiness: neither a restart nor other traffic helps a clock that is
 * late, but somebody should look.
 */
@Wellness
@ApplicationScoped
public class LateTimersCheck implements HealthCheck {

  private final TimerService service;
  private final TimerConfig config;

  @Inject
  LateTimersCheck(TimerService service, TimerConfig config) {
    this.service = service;
    this.config = config;
  }

  @Override
  public HealthCheckResponse call() {
    Duration late = service.clockwork().map(Clockwork::lateBy).orElse(Duration.ZERO);
    boolean follows = service.followsTheLog();
    return HealthCheckResponse.named("timers on time")
        .withData("late_by_ms", late.toMillis())
        .withData("follows_the_log", follows)
        .status(follows && late.compareTo(config.lateAfter()) <= 0)
        .build();
  }
}
