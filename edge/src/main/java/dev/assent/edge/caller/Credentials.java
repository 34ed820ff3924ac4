package dev.assent.edge.caller;

import org.jspecify.annotations.Nullable;

/**
 * What a request came with. At most one of the three counts: what an actor proves for themselves
 * (bearer), then the key, then the cookie.
 *
 * @param bearer an API key or a session token
 */
record Credentials(@Nullable String bearer, @Nullable String apiKey, @Nullable String cookie) {

  private static final String BEARER = "bearer ";

  /** Reads the values of the headers Authorization and x-api-key, and of the session cookie. */
  static Credentials of(
      @Nullable String authorization, @Nullable String apiKey, @Nullable String cookie) {
    return new Credentials(bearer(authorization), nonBlank(apiKey), nonBlank(cookie));
  }

  /**
   * One of the AXP clients sends its own and the caller's header joined, as {@code Bearer a, Bearer
   * b}: the last one is what the caller meant.
   */
  private static @Nullable String bearer(@Nullable String authorization) {
    if (authorization == null) {
      return null;
    }
    String last = authorization.substring(authorization.lastIndexOf(',') + 1).strip();
    boolean marked = last.regionMatches(true, 0, BEARER, 0, BEARER.length());
    // After a comma the scheme may be left out; alone it may not: Basic is no token.
    boolean joined = authorization.indexOf(',') >= 0 && last.indexOf(' ') < 0;
    return marked ? nonBlank(last.substring(BEARER.length())) : joined ? nonBlank(last) : null;
  }

  private static @Nullable String nonBlank(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
