package dev.assent.edge.caller;

import dev.assent.access.Caller;
import dev.assent.edge.Problem;
import org.jspecify.annotations.Nullable;

/** What a request's credentials came to. */
sealed interface Resolution {

  /**
   * Somebody.
   *
   * @param session the token, if it is a session's
   * @param byCookie whether a browser added the credential by itself
   */
  record Known(Caller caller, @Nullable String session, boolean byCookie) implements Resolution {}

  /** No credentials came. */
  record Nobody() implements Resolution {}

  /** Credentials came that are not, or no longer, valid. */
  record Wrong(Problem problem) implements Resolution {}
}
