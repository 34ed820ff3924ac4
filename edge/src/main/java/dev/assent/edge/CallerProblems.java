package dev.assent.edge;

import com.fasterxml.jackson.databind.node.TextNode;

/** What is wrong with a request's credentials, in the codes that AXP clients know. */
public final class CallerProblems {

  private CallerProblems() {}

  public static Problem missingKey() {
    return unauthorized(
        "missing_platform_api_key",
        "Expected an API key in the header x-api-key, or a key or session token as Authorization:"
            + " Bearer, but came neither. Add one.");
  }

  public static Problem invalidKey() {
    return unauthorized(
        "invalid_platform_api_key",
        "Expected an API key that is known here, but this one is not, or was revoked. Ask the"
            + " operator for a new one.");
  }

  public static Problem invalidSession() {
    return unauthorized(
        "invalid_actor_token",
        "Expected a session that is still open, but this one expired or was never opened here. Sign"
            + " in again.");
  }

  public static Problem missingSession() {
    return unauthorized(
        "missing_actor_token", "Expected somebody who is signed in, but came nobody. Sign in.");
  }

  public static Problem personExpected() {
    return Problem.of(
        403,
        "invalid_actor_scope",
        "Expected a person, but an agent's API key came. Sign in as a person.");
  }

  public static Problem agentExpected() {
    return Problem.of(
        403,
        "invalid_actor_scope",
        "Expected an agent, but a person came. Use an agent's API key.");
  }

  public static Problem foreignForm() {
    return Problem.of(
        403,
        "csrf_check_failed",
        "Expected a form from a page of this site that is still fresh, but came another. Load the"
            + " page again and repeat.");
  }

  private static Problem unauthorized(String code, String detail) {
    return Problem.of(401, code, detail)
        .withHeader("WWW-Authenticate", "Bearer realm=\"assent\"")
        .withDetail(
            "header", TextNode.valueOf(code.endsWith("key") ? "x-api-key" : "authorization"));
  }
}
