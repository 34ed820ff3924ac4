package dev.assent.edge.http;

import dev.assent.edge.AssentConfig;
import dev.assent.edge.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.Semaphore;

/**
 * How much one process takes on at once. Whoever comes on top of it is told to come again, before a
 * byte of the body is read, so that those who are in already get their answers in time.
 *
 * <p>Streams are counted apart: they stay for long and cost little, and agents that find theirs
 * refused end, so a crowd of them that comes back after a restart must not be taken for overload.
 */
final class LoadLimit {

  private static final int SECONDS = 1;

  private final Share requests;
  private final Share bodies;
  private final Share streams;
  private final long largestBody;

  /** So much of something, and how often it was not enough. */
  private record Share(String what, int limit, Semaphore free, Counter refused) {

    static Share of(String what, long limit, MeterRegistry metrics) {
      int most = Math.toIntExact(Math.min(limit, Integer.MAX_VALUE));
      Semaphore free = new Semaphore(most);
      Gauge.builder("assent.http." + what, free, all -> most - all.availablePermits())
          .description("in work or open at present")
          .register(metrics);
      Counter refused =
          Counter.builder("assent.http.refused")
              .description("requests answered 429, by what there was too much of")
              .tag("limit", what)
              .register(metrics);
      return new Share(what, most, free, refused);
    }

    boolean take(int amount) {
      boolean taken = free.tryAcquire(amount);
      if (!taken) {
        refused.increment();
      }
      return taken;
    }

    void giveBack(int amount) {
      free.release(amount);
    }
  }

  /**
   * A limit for one process.
   *
   * @param largestBody bytes that a body may have which does not say how long it is
   */
  LoadLimit(AssentConfig.Limits limits, long largestBody, MeterRegistry metrics) {
    requests = Share.of("requests", limits.requests(), metrics);
    bodies = Share.of("bodies", limits.bodies().asLongValue(), metrics);
    streams = Share.of("streams", limits.streams(), metrics);
    this.largestBody = largestBody;
  }

  void check(RoutingContext context) {
    String path = context.normalizedPath();
    if (path.startsWith("/q/")) {
      // Whoever looks how it is gets to know it, all the more now.
      context.next();
    } else if (isStream(context.request().method(), path)) {
      admit(context, streams, 0);
    } else {
      admit(context, requests, bodySize(context.request()));
    }
  }

  private void admit(RoutingContext context, Share share, int body) {
    if (!share.take(1)) {
      refuse(context, share);
      return;
    }
    if (!bodies.take(body)) {
      share.giveBack(1);
      refuse(context, bodies);
      return;
    }
    // Also when the connection breaks.
    context.addEndHandler(
        done -> {
          share.giveBack(1);
          bodies.giveBack(body);
        });
    context.next();
  }

  private static void refuse(RoutingContext context, Share share) {
    Answers.endUnread(
        context,
        Problem.of(
                429,
                "rate_limit_exceeded",
                "Expected fewer "
                    + share.what()
                    + " at once than this process takes on ("
                    + share.limit()
                    + "). Send it again in a moment, with the same Idempotency-Key.")
            .withRetryAfter(SECONDS));
  }

  /** All that answer with an open end have one of these names. */
  static boolean isStream(HttpMethod method, String path) {
    return method.equals(HttpMethod.GET) && (path.endsWith("/stream") || path.endsWith("/live"));
  }

  /**
   * Without a word of it, as much as it may be; a share that is smaller than one body admits it.
   */
  private int bodySize(HttpServerRequest request) {
    long length = BodyLength.of(request);
    return Math.toIntExact(
        Math.min(length == BodyLength.UNKNOWN ? largestBody : length, bodies.limit()));
  }
}
