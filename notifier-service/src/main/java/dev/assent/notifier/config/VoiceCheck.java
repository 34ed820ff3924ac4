package dev.assent.notifier.config;

import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Down while no loop follows the log, for then nobody is told anything. */
@Wellness
@ApplicationScoped
public class VoiceCheck implements HealthCheck {

  private final NotifierService service;

  @Inject
  VoiceCheck(NotifierService service) {
    this.service = service;
  }

  @Override
  public HealthCheckResponse call() {
    return HealthCheckResponse.named("notices follow the log")
        .status(service.followsTheLog())
        .build();
  }
}
