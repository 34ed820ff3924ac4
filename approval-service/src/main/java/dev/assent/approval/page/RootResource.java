package dev.assent.approval.page;

import dev.assent.approval.config.OfApproval;
import dev.assent.edge.SeeOther;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The start page is the inbox. */
@OfApproval
@Path("/")
public class RootResource {

  @GET
  public Response start() {
    return SeeOther.to("/inbox");
  }
}
