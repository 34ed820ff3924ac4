package dev.assent.notifier.page;

import dev.assent.edge.Problem;
import dev.assent.edge.ProblemException;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * What the mail catcher caught. Nobody has to sign in, for these pages exist only where somebody
 * switched the catcher on, and only for browsers on the same computer.
 */
@Path("/mails")
@NonBlocking
public class MailsResource {

  private static final String HTML = "text/html; charset=utf-8";
  private static final List<String> PROXIED =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

  /** Our pages: our own style and the frame; no script at all. */
  private static final String PAGE_POLICY =
      "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'none'";

  /** The mail in the frame: its inline styles; no script, no form, nothing from elsewhere. */
  private static final String MAIL_POLICY =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none';"
          + " form-action 'none'; frame-ancestors 'self';"
          + " sandbox allow-popups allow-popups-to-escape-sandbox";

  private final CatcherService catcher;
  private final MailPages pages = new MailPages();

  @Inject
  MailsResource(CatcherService catcher) {
    this.catcher = catcher;
  }

  @GET
  public Response list(@Context HttpServerRequest request) {
    CaughtMails mails = mails(request);
    return page(pages.list(mails.newestFirst(), mails.keep()));
  }

  @GET
  @Path("/style.css")
  public Response style(@Context HttpServerRequest request) {
    mails(request);
    return Response.ok(MailPages.style(), "text/css; charset=utf-8").build();
  }

  @GET
  @Path("/{id:\\d+}")
  public Response single(@Context HttpServerRequest request, @PathParam("id") long id) {
    return page(pages.single(find(request, id)));
  }

  @GET
  @Path("/{id:\\d+}/html")
  public Response html(@Context HttpServerRequest request, @PathParam("id") long id) {
    return Response.ok(find(request, id).html(), HTML)
        .header("Content-Security-Policy", MAIL_POLICY)
        .header("Referrer-Policy", "no-referrer")
        .build();
  }

  private CaughtMail find(HttpServerRequest request, long id) {
    return mails(request).find(id).orElseThrow(() -> notFound("this mail is not kept any more"));
  }

  private CaughtMails mails(HttpServerRequest request) {
    CaughtMails mails =
        catcher.mails().orElseThrow(() -> notFound("the mail catcher is switched off"));
    SocketAddress remote = request.remoteAddress();
    boolean forwarded = PROXIED.stream().anyMatch(request.headers()::contains);
    if (!Loopback.isDirect(
        remote == null ? null : remote.hostAddress(), request.getHeader("Host"), forwarded)) {
      throw new ProblemException(
          Problem.of(
              403,
              "not_from_here",
              "Expected a browser on this computer that asks http://localhost directly, but the"
                  + " request came from elsewhere. The mail catcher is for development only."));
    }
    return mails;
  }

  private static ProblemException notFound(String why) {
    return new ProblemException(
        Problem.of(404, "not_found", "Expected a mail that was caught, but " + why + "."));
  }

  private static Response page(String html) {
    return Response.ok(html, HTML).header("Content-Security-Policy", PAGE_POLICY).build();
  }
}
