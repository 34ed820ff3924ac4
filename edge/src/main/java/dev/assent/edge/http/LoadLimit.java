package dev.assent.edge.http;

import dev.assent.edge.AssentConfig;
import dev.assent.edge.Problem;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * How much one process takes on at once. Whoever comes on top of it is told to come again, before a
 * byte of the body is read, so that those who are in already get their answers in time.
 *
 * <p>Streams are counted apart: they stay for long and cost little. One on top of them is no error
 * to whoever asks: agents of the protocol end when their stream is refused, and browsers never try
 * again. So it is open, and empty, and ends after a while; then they ask anew.
 */
final class LoadLimit {

  private static final int SECONDS = 1;

  /** How long a stream without a place stays open; clients wait for 15 seconds at the least. */
  static final Duration EMPTY_STREAM = Duration.ofSeconds(10);

  private final Share requests;
  private final Share bodies;
  private final Share streams;
  private final long largestBody;
  private final Duration emptyStream;

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
              .description("requests sent away, by what there was too much of")
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
   * @param emptyStream how long a stream stays open that has no place
   */
  LoadLimit(
      AssentConfig.Limits limits, long largestBody, Duration emptyStream, MeterRegistry metrics) {
    requests = Share.of("requests", limits.requests(), metrics);
    bodies = Share.of("bodies", limits.bodies().asLongValue(), metrics);
    streams = Share.of("streams", limits.streams(), metrics);
    this.largestBody = largestBody;
    this.emptyStream = emptyStream;
  }

  void check(RoutingContext context) {
    String path = context.normalizedPath();
    if (path.startsWith("/q/")) {
      // Whoever looks how it is gets to know it, all the more now.
      context.next();
    } else if (isStream(context.request().method(), path)) {
      admitStream(context);
    } else {
      admit(context, requests, bodySize(context.request()));
    }
  }

  private void admitStream(RoutingContext context) {
    if (streams.take(1)) {
      context.addEndHandler(done -> streams.giveBack(1));
      context.next();
    } else {
      openEmpty(context);
    }
  }

  private void openEmpty(RoutingContext context) {
    HttpServerResponse response = context.response();
    response
        .setChunked(true)
        .putHeader("Content-Type", "text/event-stream")
        .putHeader("Cache-Control", "no-store")
        .write(": more streams are open than this process takes on; ask again\n\n");
    long end = context.vertx().setTimer(emptyStream.toMillis(), due -> response.end());
    context.addEndHandler(done -> context.vertx().cancelTimer(end));
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
