package dev.assent.edge;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.NewCookie;

/** The cookie that keeps a browser signed in. */
@Singleton
public class SessionCookies {

  public static final String NAME = "assent_session";

  /** As long as a session lasts, in seconds. */
  private static final int MAX_AGE = 12 * 60 * 60;

  private final boolean secure;

  @Inject
  SessionCookies(AssentConfig config) {
    this.secure = "https".equals(config.publicUrl().getScheme());
  }

  /** To set after {@code Authenticator.openSession}. */
  public NewCookie of(String sessionToken) {
    return cookie(sessionToken, MAX_AGE);
  }

  /** To set at sign-out. */
  public NewCookie cleared() {
    return cookie("", 0);
  }

  private NewCookie cookie(String value, int maxAge) {
    return new NewCookie.Builder(NAME)
        .value(value)
        .path("/")
        .httpOnly(true)
        .secure(secure)
        .sameSite(NewCookie.SameSite.LAX)
        .maxAge(maxAge)
        .build();
  }
}
