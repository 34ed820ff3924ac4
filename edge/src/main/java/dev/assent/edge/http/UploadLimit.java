package dev.assent.edge.http;

import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.edge.BodyLimit;
import dev.assent.edge.Problem;
import dev.assent.edge.Problems;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;

/**
 * Refuses bodies that say they are too large, with a body of its own: the limit of Quarkus would
 * answer with none.
 */
final class UploadLimit {

  private final long limit;

  UploadLimit(long limit) {
    this.limit = limit;
  }

  void check(RoutingContext context) {
    HttpServerRequest request = context.request();
    long length = BodyLength.of(request);
    long allowed = allowed(request.method(), context.normalizedPath());
    if (length <= allowed) {
      context.next();
      return;
    }
    Problem problem =
        Problems.of(Refusal.of(RefusalCode.TOO_LARGE, BodyLimit.message(allowed, length)));
    Answers.endUnread(context, problem);
  }

  long allowed(HttpMethod method, String path) {
    boolean submission = method.equals(HttpMethod.POST) && path.equals("/v1/intents");
    return submission ? Math.min(limit, BodyLimit.INTENT) : limit;
  }
}
