package dev.assent.approval.kafka;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while every loop of the decider works. */
@Readiness
@Singleton
public class LoopsReady implements HealthCheck {

  private final ApprovalLoops loops;

  @Inject
  LoopsReady(ApprovalLoops loops) {
    this.loops = loops;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("approval loops").status(loops.isHealthy()).build();
  }
}
