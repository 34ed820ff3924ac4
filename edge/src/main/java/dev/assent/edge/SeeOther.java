package dev.assent.edge;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/**
 * The way to another page of this site, as a path alone. Made absolute it would name the scheme
 * that the service sees, and behind a proxy that speaks TLS a browser does not follow a form there:
 * the pages' policy forbids it.
 */
public final class SeeOther {

  private SeeOther() {}

  /**
   * A redirect after which browsers get, whatever they did before.
   *
   * @param path with its query; a local path, see {@link LocalPath}
   */
  public static Response to(String path, NewCookie... cookies) {
    return Response.status(Response.Status.SEE_OTHER)
        .header(HttpHeaders.LOCATION, URI.create(path).toASCIIString())
        .cookie(cookies)
        .build();
  }
}
