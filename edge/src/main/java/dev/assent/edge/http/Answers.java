package dev.assent.edge.http;

import dev.assent.edge.Problem;
import dev.assent.edge.Problems;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

/** Problems as answers of routes that are not JAX-RS resources. */
final class Answers {

  /** Up to here the rest is read and dropped, so that the client gets to read the answer. */
  private static final long DRAINED = 8L * 1024 * 1024;

  private Answers() {}

  /** Answers a request of which the body was not read and will not be. */
  static void endUnread(RoutingContext context, Problem problem) {
    HttpServerRequest request = context.request();
    long length = BodyLength.of(request);
    if (length == BodyLength.UNKNOWN || length > DRAINED) {
      // The rest is not worth reading, or has no end; HTTP/2 has no such header, and resets the
      // stream.
      boolean http1 = request.version() != HttpVersion.HTTP_2;
      end(context, http1 ? problem.withHeader("Connection", "close") : problem);
      return;
    }
    request.handler(dropped -> {});
    request.endHandler(done -> end(context, problem));
    request.resume();
  }

  static void end(RoutingContext context, Problem problem) {
    HttpServerResponse response = context.response();
    if (response.ended() || response.headWritten()) {
      return;
    }
    response.setStatusCode(problem.status()).putHeader("Content-Type", Problems.CONTENT_TYPE);
    problem.headers().forEach(response::putHeader);
    response.end(Buffer.buffer(Problems.body(problem)));
  }
}
