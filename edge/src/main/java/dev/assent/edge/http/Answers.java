package dev.assent.edge.http;

import dev.assent.edge.Problem;
import dev.assent.edge.Problems;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

/** Problems as answers of routes that are not JAX-RS resources. */
final class Answers {

  private Answers() {}

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
