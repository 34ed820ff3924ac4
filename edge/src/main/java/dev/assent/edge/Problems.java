package dev.assent.edge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusalCode;
import jakarta.ws.rs.core.Response;
import java.util.Locale;

/**
 * Problem details (RFC 9457) that AXP clients understand too: they read {@code error.message} or a
 * {@code detail} that is a text. Never an empty body.
 */
public final class Problems {

  public static final String CONTENT_TYPE = "application/problem+json";

  private static final String TYPE_PREFIX = "urn:assent:problem:";

  /** Clients and tests of AXP look for these words. */
  private static final String KEY_REUSED = "idempotency key reused with different payload";

  private Problems() {}

  /** The problem that a refusal is. */
  public static Problem of(Refusal refusal) {
    RefusalCode code = refusal.code();
    String detail = refusal.message();
    if (code == RefusalCode.IDEMPOTENCY_KEY_REUSED && !detail.contains(KEY_REUSED)) {
      detail = KEY_REUSED + ": " + detail;
    }
    Problem problem =
        Problem.of(code.httpStatus(), code.name().toLowerCase(Locale.ROOT), detail)
            .withErrors(refusal.violations());
    if (refusal.winner() != null) {
      problem = problem.withDetail("winner", ContractJson.tree(refusal.winner()));
    }
    return code.retryable() ? problem.withRetryAfter(1) : problem;
  }

  /** The answer to a request that was refused. */
  public static Response response(Refusal refusal) {
    return response(of(refusal));
  }

  public static Response response(Problem problem) {
    Response.ResponseBuilder response =
        Response.status(problem.status()).type(CONTENT_TYPE).entity(body(problem));
    problem.headers().forEach(response::header);
    return response.build();
  }

  /** The body alone. */
  public static byte[] body(Problem problem) {
    return ContractJson.write(json(problem));
  }

  static ObjectNode json(Problem problem) {
    ObjectNode body = ContractJson.MAPPER.createObjectNode();
    body.put("type", TYPE_PREFIX + problem.code())
        .put("title", title(problem.code()))
        .put("status", problem.status())
        .put("detail", problem.detail())
        .put("code", problem.code())
        .put("retryable", problem.retryable());
    ObjectNode error =
        body.putObject("error").put("code", problem.code()).put("message", problem.detail());
    ObjectNode details = error.putObject("details");
    if (!problem.errors().isEmpty()) {
      problem.errors().forEach(details.putArray("errors")::add);
    }
    problem.details().forEach(details::set);
    return body;
  }

  private static String title(String code) {
    String words = code.replace('_', ' ');
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}
