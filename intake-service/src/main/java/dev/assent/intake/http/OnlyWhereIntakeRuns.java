package dev.assent.intake.http;

import dev.assent.edge.Problem;
import dev.assent.edge.ProblemException;
import dev.assent.edge.Services;
import dev.assent.intake.config.IntakeLoops;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** In a process that runs other services only, the doors of this one do not exist. */
@Provider
@OfIntake
public class OnlyWhereIntakeRuns implements ContainerRequestFilter {

  private final Services services;

  @Inject
  OnlyWhereIntakeRuns(Services services) {
    this.services = services;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    if (!services.enabled(IntakeLoops.SERVICE)) {
      throw new ProblemException(
          Problem.of(
              404,
              "not_found",
              "Expected a process that runs intake-service, but this one does not."));
    }
  }
}
