package dev.assent.intake.config;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while every loop of intake works. */
@Readiness
@Singleton
public class IntakeReady implements HealthCheck {

  private final IntakeLoops loops;

  @Inject
  IntakeReady(IntakeLoops loops) {
    this.loops = loops;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("intake loops").status(loops.isHealthy()).build();
  }
}
