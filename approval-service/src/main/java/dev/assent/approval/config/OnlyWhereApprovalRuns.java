package dev.assent.approval.config;

import dev.assent.edge.Services;
import dev.assent.edge.http.OnlyWhereServiceRuns;
import jakarta.inject.Inject;
import jakarta.ws.rs.ext.Provider;

/** Keeps the doors of approval-service closed where it does not run. */
@Provider
@OfApproval
public class OnlyWhereApprovalRuns extends OnlyWhereServiceRuns {

  @Inject
  OnlyWhereApprovalRuns(Services services) {
    super(services, OfApproval.SERVICE);
  }
}
