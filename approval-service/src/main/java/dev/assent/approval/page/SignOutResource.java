package dev.assent.approval.page;

import dev.assent.approval.config.OfApproval;
import dev.assent.edge.Csrf;
import dev.assent.edge.CurrentCaller;
import dev.assent.edge.SeeOther;
import dev.assent.edge.SessionCookies;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** Signing out of this browser. */
@OfApproval
@Path("/sign-out")
public class SignOutResource {

  private final CurrentCaller current;
  private final SessionCookies cookies;
  private final Csrf csrf;

  @Inject
  SignOutResource(CurrentCaller current, SessionCookies cookies, Csrf csrf) {
    this.current = current;
    this.cookies = cookies;
    this.csrf = csrf;
  }

  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response signOut(MultivaluedMap<String, String> form) {
    if (current.person().isPresent()) {
      csrf.verify(form);
    }
    return SeeOther.to("/sign-in", cookies.cleared());
  }
}
