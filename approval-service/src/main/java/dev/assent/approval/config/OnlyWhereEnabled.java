package dev.assent.approval.config;

import dev.assent.edge.Problem;
import dev.assent.edge.ProblemException;
import dev.assent.edge.Services;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** In a process that runs other services only, the doors of this one do not exist. */
@Provider
@OfApproval
public class OnlyWhereEnabled implements ContainerRequestFilter {

  /** Asked for late: filters are made while the application is built, before there are settings. */
  private final Instance<Services> services;

  @Inject
  OnlyWhereEnabled(Instance<Services> services) {
    this.services = services;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (!services.get().enabled(OfApproval.SERVICE)) {
      throw new ProblemException(
          Problem.of(
              404,
              "not_found",
              "Expected a process that runs approval-service, but this one does not."));
    }
  }
}
