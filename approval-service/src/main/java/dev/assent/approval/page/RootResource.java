package dev.assent.approval.page;

import dev.assent.approval.config.OfApproval;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** The start page is the inbox. */
@OfApproval
@Path("/")
public class RootResource {

  @GET
  public Response start() {
    return PageKit.redirect("/inbox");
  }
}
