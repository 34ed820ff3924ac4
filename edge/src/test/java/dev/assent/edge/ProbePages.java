package dev.assent.edge;

import dev.assent.access.Authenticator;
import dev.assent.access.Person;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** Pages, as approval has them. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
public class ProbePages {

  @Inject CurrentCaller caller;
  @Inject Csrf csrf;
  @Inject SessionCookies cookies;
  @Inject Authenticator authenticator;

  @GET
  @Path("/page")
  public String page() {
    return caller.requirePerson().person().id() + " " + csrf.token();
  }

  @POST
  @Path("/page")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public String post(MultivaluedMap<String, String> form) {
    csrf.verify(form);
    return "done";
  }

  @GET
  @Path("/sign-in")
  public Response signIn() {
    Csrf.SignInForm form = csrf.signInForm();
    return Response.ok(form.token()).cookie(form.cookie()).build();
  }

  @POST
  @Path("/sign-in")
  @RunOnVirtualThread
  public Response signIn(
      MultivaluedMap<String, String> form, @CookieParam(Csrf.SIGN_IN_COOKIE) String cookie) {
    csrf.verifySignIn(form, cookie);
    Person person =
        authenticator
            .byPassword(form.getFirst("person"), form.getFirst("password"))
            .orElseThrow(() -> new ProblemException(CallerProblems.missingSession()))
            .person();
    return Response.ok("in").cookie(cookies.of(authenticator.openSession(person))).build();
  }

  @GET
  @Path("/own-policy")
  public Response ownPolicy() {
    return Response.ok("x").header("Content-Security-Policy", "default-src 'none'").build();
  }

  @GET
  @Path("/page-bug")
  public String bug(@FormParam("x") String x) {
    throw new ProblemException(Problem.of(409, "odd", "Expected <b>, but came & or \"."));
  }
}
