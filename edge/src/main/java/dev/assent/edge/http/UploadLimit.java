package dev.assent.edge.http;

import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.edge.BodyLimit;
import dev.assent.edge.Problem;
import dev.assent.edge.Problems;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/**
 * Refuses bodies that say they are too large, with a body of its own: the limit of Quarkus would
 * answer with none.
 */
final class UploadLimit {

  /** Up to here the rest is read and dropped, so that the client gets to read the answer. */
  private static final long DRAINED = 8L * 1024 * 1024;

  private final long limit;

  UploadLimit(long limit) {
    this.limit = limit;
  }

  void check(RoutingContext context) {
    HttpServerRequest request = context.request();
    long length = length(request.getHeader("Content-Length"));
    long allowed = allowed(request.method(), context.normalizedPath());
    if (length <= allowed) {
      context.next();
      return;
    }
    Problem problem =
        Problems.of(Refusal.of(RefusalCode.TOO_LARGE, BodyLimit.message(allowed, length)));
    if (length > DRAINED) {
      // The rest is not worth reading; HTTP/2 has no such header, and resets the stream.
      boolean http1 = request.version() != HttpVersion.HTTP_2;
      Answers.end(context, http1 ? problem.withHeader("Connection", "close") : problem);
      return;
    }
    request.handler(dropped -> {});
    request.endHandler(done -> Answers.end(context, problem));
    request.resume();
  }

  long allowed(HttpMethod method, String path) {
    boolean submission = method.equals(HttpMethod.POST) && path.equals("/v1/intents");
    return submission ? Math.min(limit, BodyLimit.INTENT) : limit;
  }

  /** What is no number is for the HTTP server to refuse. */
  private static long length(@Nullable String header) {
    try {
      return header == null ? 0 : Long.parseLong(header);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
