package dev.assent.edge.caller;

import dev.assent.access.Authenticator;
import dev.assent.edge.CallerProblems;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Resolves credentials. From memory, in microseconds: it runs on the I/O thread. */
@ApplicationScoped
public class CallerResolver {

  private static final String KEY_PREFIX = "assent_";

  private final Authenticator authenticator;

  @Inject
  CallerResolver(Authenticator authenticator) {
    this.authenticator = authenticator;
  }

  /** A wrong credential is never passed over in favour of a weaker one that is right. */
  Resolution resolve(Credentials credentials) {
    String bearer = credentials.bearer();
    if (bearer != null) {
      return isSession(bearer) ? bySession(bearer, false) : byKey(bearer);
    }
    String apiKey = credentials.apiKey();
    if (apiKey != null) {
      return byKey(apiKey);
    }
    String cookie = credentials.cookie();
    return cookie == null ? new Resolution.Nobody() : bySession(cookie, true);
  }

  private Resolution byKey(String token) {
    return authenticator
        .byApiKey(token)
        .<Resolution>map(agent -> new Resolution.Known(agent, null, false))
        .orElseGet(() -> new Resolution.Wrong(CallerProblems.invalidKey()));
  }

  private Resolution bySession(String token, boolean byCookie) {
    Optional<Resolution> known =
        authenticator.bySession(token).map(person -> new Resolution.Known(person, token, byCookie));
    return known.orElseGet(() -> new Resolution.Wrong(CallerProblems.invalidSession()));
  }

  /** Session tokens, and the tokens of other platforms that a client may still hold, have dots. */
  private static boolean isSession(String token) {
    return !token.startsWith(KEY_PREFIX) && token.indexOf('.') >= 0;
  }
}
