package dev.assent.edge.caller;

import dev.assent.edge.CallerProblems;
import dev.assent.edge.Csrf;
import dev.assent.edge.CurrentCaller;
import dev.assent.edge.Problem;
import dev.assent.edge.ProblemException;
import dev.assent.edge.SessionCookies;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Cookie;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Finds out who is calling, before any resource runs. Quarkus makes filters before configuration
 * can be read, so what is injected here has a normal scope: it is made at the first request.
 */
@Singleton
public class CallerFilter {

  private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private final CallerResolver resolver;
  private final CurrentCaller current;
  private final Csrf csrf;
  private final Door door = new Door();

  @Inject
  CallerFilter(CallerResolver resolver, CurrentCaller current, Csrf csrf) {
    this.resolver = resolver;
    this.current = current;
    this.csrf = csrf;
  }

  /** On the I/O thread: everything it asks is in memory. */
  @ServerRequestFilter(priority = Priorities.AUTHENTICATION, nonBlocking = true)
  public void identify(ContainerRequestContext request, ResourceInfo resource) {
    Door.Rule rule = door.rule(resource.getResourceClass(), resource.getResourceMethod());
    switch (resolver.resolve(credentials(request))) {
      case Resolution.Known known -> {
        current.set(known.caller(), known.session());
        if (known.byCookie() && !SAFE_METHODS.contains(request.getMethod())) {
          requireOwnPage(request, rule);
        }
      }
      case Resolution.Nobody _ -> requireOpen(rule, CallerProblems.missingKey());
      case Resolution.Wrong wrong -> requireOpen(rule, wrong.problem());
    }
  }

  private static void requireOpen(Door.Rule rule, Problem problem) {
    if (!rule.open()) {
      throw new ProblemException(problem);
    }
  }

  /**
   * A browser adds the cookie to whatever any site makes it send. Pages check their forms' tokens
   * themselves; the API wants the token as a header, which other sites cannot set.
   */
  private void requireOwnPage(ContainerRequestContext request, Door.Rule rule) {
    String site = request.getHeaderString("Sec-Fetch-Site");
    if (site != null && !OWN_SITES.contains(site)) {
      throw new ProblemException(CallerProblems.foreignForm());
    }
    if (rule.api()) {
      csrf.verify(request.getHeaderString(Csrf.HEADER));
    }
  }

  private static Credentials credentials(ContainerRequestContext request) {
    Cookie cookie = request.getCookies().get(SessionCookies.NAME);
    return Credentials.of(
        request.getHeaderString("Authorization"),
        request.getHeaderString("x-api-key"),
        cookie == null ? null : cookie.getValue());
  }
}
