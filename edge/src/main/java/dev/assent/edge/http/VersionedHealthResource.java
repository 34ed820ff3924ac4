package dev.assent.edge.http;

import dev.assent.edge.Open;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Map;

/** The same again, where one of the AXP clients looks for it. */
@Open
@Path("/v1/health")
public class VersionedHealthResource {

  private final HealthResource health;

  @Inject
  VersionedHealthResource(HealthResource health) {
    this.health = health;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Map<String, Object> health() {
    return health.health();
  }
}
