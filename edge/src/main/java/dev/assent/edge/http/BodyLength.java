package dev.assent.edge.http;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;

/** How long the body of a request is, before it is read. */
final class BodyLength {

  /** It has one, and does not say. */
  static final long UNKNOWN = -1;

  private BodyLength() {}

  /** In bytes, 0 without a body; {@link #UNKNOWN} if only reading it will tell. */
  static long of(HttpServerRequest request) {
    String length = request.getHeader("Content-Length");
    if (length != null) {
      return number(length);
    }
    boolean mayHaveOne =
        request.version() == HttpVersion.HTTP_2
            ? !isBodiless(request)
            : request.getHeader("Transfer-Encoding") != null;
    return mayHaveOne ? UNKNOWN : 0;
  }

  private static boolean isBodiless(HttpServerRequest request) {
    return switch (request.method().name()) {
      case "GET", "HEAD", "OPTIONS", "DELETE" -> true;
      default -> false;
    };
  }

  /** What is no number is for the HTTP server to refuse. */
  private static long number(String header) {
    try {
      return Math.max(0, Long.parseLong(header));
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
