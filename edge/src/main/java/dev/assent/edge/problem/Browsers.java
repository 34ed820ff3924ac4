package dev.assent.edge.problem;

import dev.assent.edge.Problem;
import dev.assent.edge.Problems;
import dev.assent.edge.SeeOther;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Problems for people who look at pages, and for everybody else. */
final class Browsers {

  private static final String SIGN_IN = "/sign-in";

  private Browsers() {}

  /** The way to the sign-in page and back, for requests that a page made. */
  static Optional<Response> toSignIn(UriInfo uri, HttpHeaders headers) {
    if (isApi(uri)) {
      return Optional.empty();
    }
    String target =
        SIGN_IN
            + "?next="
            + URLEncoder.encode(pathAndQuery(uri.getRequestUri()), StandardCharsets.UTF_8);
    if (headers.getHeaderString("HX-Request") != null) {
      // htmx would put the page that a redirect leads to into a corner of this one.
      return Optional.of(Response.status(401).header("HX-Redirect", SIGN_IN).build());
    }
    return wantsPage(headers) ? Optional.of(SeeOther.to(target)) : Optional.empty();
  }

  static Response answer(Problem problem, UriInfo uri, HttpHeaders headers) {
    if (isApi(uri) || !wantsPage(headers)) {
      return Problems.response(problem);
    }
    Response.ResponseBuilder page =
        Response.status(problem.status()).type("text/html;charset=UTF-8").entity(page(problem));
    problem.headers().forEach(page::header);
    return page.build();
  }

  static String page(Problem problem) {
    return """
        <!doctype html>
        <html lang="en">
        <head><meta charset="utf-8"><title>Assent: %1$d</title></head>
        <body><main><h1>This did not work</h1><p>%2$s</p><p><a href="/">To the start page</a></p></main></body>
        </html>
        """
        .formatted(problem.status(), escape(problem.detail()));
  }

  private static String pathAndQuery(URI uri) {
    String query = uri.getRawQuery();
    return uri.getRawPath() + (query == null ? "" : "?" + query);
  }

  private static boolean isApi(UriInfo uri) {
    return uri.getPath().startsWith("/v1/");
  }

  /** Browsers name text/html; programs say application/json or anything at all. */
  private static boolean wantsPage(HttpHeaders headers) {
    String accept = headers.getHeaderString(HttpHeaders.ACCEPT);
    return accept != null && accept.contains(MediaType.TEXT_HTML);
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
