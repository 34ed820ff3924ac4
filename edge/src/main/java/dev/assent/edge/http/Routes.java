package dev.assent.edge.http;

import dev.assent.edge.AssentConfig;
import dev.assent.edge.Problem;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What happens to every request before and after the resources. */
@Singleton
public class Routes {

  /** Higher comes first; all before the limit of Quarkus. */
  private static final int HEADERS = 1000;

  private static final int READINESS = 900;
  private static final int UPLOAD_LIMIT = 800;
  private static final int LOAD_LIMIT = 700;

  private static final int TOO_LARGE = 413;

  private final Readiness readiness;
  private final UploadLimit uploadLimit;
  private final LoadLimit loadLimit;

  @Inject
  Routes(
      Readiness readiness,
      AssentConfig config,
      MeterRegistry metrics,
      @ConfigProperty(name = "quarkus.http.limits.max-body-size") Optional<MemorySize> limit) {
    long largestBody = limit.map(MemorySize::asLongValue).orElse(Long.MAX_VALUE);
    this.readiness = readiness;
    this.uploadLimit = new UploadLimit(largestBody);
    this.loadLimit = new LoadLimit(config.limits(), largestBody, LoadLimit.EMPTY_STREAM, metrics);
  }

  void before(@Observes Filters filters) {
    filters.register(ResponseHeaders::add, HEADERS);
    filters.register(this::untilReady, READINESS);
    filters.register(uploadLimit::check, UPLOAD_LIMIT);
    filters.register(loadLimit::check, LOAD_LIMIT);
  }

  void after(@Observes Router router) {
    router.route().order(Integer.MIN_VALUE).failureHandler(Routes::unlessRefused);
    router.route().order(Integer.MAX_VALUE).handler(Routes::notFound);
  }

  private void untilReady(RoutingContext context) {
    if (readiness.isOpen() || context.normalizedPath().startsWith("/q/")) {
      context.next();
      return;
    }
    Answers.end(
        context,
        Problem.of(503, "starting", "Expected a running service, but it still starts. Try again.")
            .withRetryAfter(1));
  }

  /**
   * Quarkus refuses a body that turns out too large as soon as it does. The resource that was
   * reading it fails after that, and can tell nobody: no reason for an error in the log.
   */
  static void unlessRefused(RoutingContext context) {
    HttpServerResponse response = context.response();
    if (!response.ended() || response.getStatusCode() != TOO_LARGE) {
      context.next();
    }
  }

  private static void notFound(RoutingContext context) {
    Answers.end(
        context,
        Problem.of(
            404, "not_found", "Expected the path of something that exists, but nothing is here."));
  }
}
