package dev.assent.approval.page;

import dev.assent.access.Authenticator;
import dev.assent.access.PersonCaller;
import dev.assent.access.TooManyAttemptsException;
import dev.assent.approval.config.OfApproval;
import dev.assent.edge.Csrf;
import dev.assent.edge.CurrentCaller;
import dev.assent.edge.LocalPath;
import dev.assent.edge.SeeOther;
import dev.assent.edge.SessionCookies;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Signing in. */
@OfApproval
@Path("/sign-in")
public class SignInResource {

  private static final String INBOX = "/inbox";

  private final CurrentCaller current;
  private final Authenticator authenticator;
  private final SessionCookies cookies;
  private final Csrf csrf;
  private final PageKit kit;

  @Inject
  SignInResource(
      CurrentCaller current,
      Authenticator authenticator,
      SessionCookies cookies,
      Csrf csrf,
      PageKit kit) {
    this.current = current;
    this.authenticator = authenticator;
    this.cookies = cookies;
    this.csrf = csrf;
    this.kit = kit;
  }

  @GET
  public Response form(@QueryParam("next") @Nullable String next) {
    String target = LocalPath.orElse(next, INBOX);
    return current.person().isPresent() ? SeeOther.to(target) : page(200, target, "", null);
  }

  /** Checking a password takes CPU on purpose. */
  @POST
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @RunOnVirtualThread
  public Response signIn(
      MultivaluedMap<String, String> form,
      @CookieParam(Csrf.SIGN_IN_COOKIE) @Nullable String cookie) {
    csrf.verifySignIn(form, cookie);
    String next = LocalPath.orElse(form.getFirst("next"), INBOX);
    String person = text(form, "person").strip();
    try {
      Optional<PersonCaller> known = authenticator.byPassword(person, text(form, "password"));
      if (known.isEmpty()) {
        return page(401, next, person, "That name and password do not belong together.");
      }
      String session = authenticator.openSession(known.get().person());
      return SeeOther.to(next, cookies.of(session));
    } catch (TooManyAttemptsException e) {
      long seconds = Math.max(1, e.retryAfter().toSeconds());
      return page(429, next, person, "Too many attempts. Try again in " + seconds + " s.");
    }
  }

  private Response page(int status, String next, String person, @Nullable String problem) {
    Csrf.SignInForm form = csrf.signInForm();
    Frame frame = new Frame("Sign in", null, form.token(), null, "/sign-in", "sign-in");
    String html = kit.pages().html(new SignInPage(frame, next, person, problem));
    return Response.fromResponse(PageKit.page(status, html)).cookie(form.cookie()).build();
  }

  private static String text(MultivaluedMap<String, String> form, String name) {
    String value = form.getFirst(name);
    return value == null ? "" : value;
  }
}
