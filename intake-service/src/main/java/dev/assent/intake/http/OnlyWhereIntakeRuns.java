package dev.assent.intake.http;

import dev.assent.edge.Services;
import dev.assent.edge.http.OnlyWhereServiceRuns;
import dev.assent.intake.config.IntakeLoops;
import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;

/** Keeps the doors of intake-service closed where it does not run. */
@Provider
@OfIntake
public class OnlyWhereIntakeRuns extends OnlyWhereServiceRuns {

  @Inject
  OnlyWhereIntakeRuns(Services services) {
    super(services, IntakeLoops.SERVICE);
  }
}
