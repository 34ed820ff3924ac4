package dev.assent.edge.http;

import dev.assent.edge.Open;
import dev.assent.edge.Services;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Says that the process answers; whether it is ready to work is what /q/health/ready says. */
@Open
@Path("/health")
public class HealthResource {

  private final Services services;
  private final String version;

  @Inject
  HealthResource(
      Services services,
      @ConfigProperty(name = "quarkus.application.version", defaultValue = "unknown")
          String version) {
    this.services = services;
    this.version = version;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, Object> health() {
    Map<String, Object> health = new LinkedHashMap<>();
    health.put("ok", true);
    health.put("service", "assent");
    health.put("version", version);
    health.put("deployment_profile", "self-hosted");
    health.put("storage", "kafka+postgresql");
    health.put("services", services.names());
    return health;
  }
}
