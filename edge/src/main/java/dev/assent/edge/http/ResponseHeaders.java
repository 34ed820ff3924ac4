package dev.assent.edge.http;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The headers of every answer, whoever writes it. What a resource set itself stays. */
final class ResponseHeaders {

  private static final String REQUEST_ID = "x-request-id";
  private static final String TRACE_ID = "x-trace-id";
  private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._:/+=-]{1,128}");
  private static final String CSP =
      "default-src 'self'; base-uri 'none'; object-src 'none'; form-action 'self';"
          + " frame-ancestors 'none'";

  private ResponseHeaders() {}

  static void add(RoutingContext context) {
    String path = context.normalizedPath();
    MultiMap asked = context.request().headers();
    String requestId = harmless(asked.get(REQUEST_ID));
    String traceId = harmless(asked.get(TRACE_ID));
    context.addHeadersEndHandler(
        done -> {
          MultiMap headers = context.response().headers();
          set(headers, "Content-Security-Policy", CSP);
          set(headers, "Referrer-Policy", "no-referrer");
          set(headers, "X-Content-Type-Options", "nosniff");
          set(headers, "X-Robots-Tag", "noindex");
          set(headers, "Cross-Origin-Resource-Policy", "same-origin");
          if (!path.startsWith("/assets/")) {
            set(headers, "Cache-Control", "no-store");
          }
          set(headers, REQUEST_ID, requestId == null ? UUID.randomUUID().toString() : requestId);
          if (traceId != null) {
            set(headers, TRACE_ID, traceId);
          }
        });
    context.next();
  }

  private static void set(MultiMap headers, String name, String value) {
    if (!headers.contains(name)) {
      headers.set(name, value);
    }
  }

  /** Echoed only if it cannot be anything but an id. */
  private static @Nullable String harmless(@Nullable String value) {
    return value != null && HARMLESS.matcher(value).matches() ? value : null;
  }
}
