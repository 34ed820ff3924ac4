package dev.assent.edge.http;

import dev.assent.edge.Problem;
import dev.assent.edge.ProblemException;
import dev.assent.edge.Services;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;

/**
 * In a process that runs other services only, the doors of this one do not exist. Each service
 * binds a filter of its own to its doors.
 */
public abstract class OnlyWhereServiceRuns implements ContainerRequestFilter {

  private final Services services;
  private final String service;

  protected OnlyWhereServiceRuns(Services services, String service) {
    this.services = services;
    this.service = service;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (!services.enabled(service)) {
      throw new ProblemException(
          Problem.of(
              404,
              "not_found",
              "Expected a process that runs " + service + "-service, but this one does not."));
    }
  }
}
