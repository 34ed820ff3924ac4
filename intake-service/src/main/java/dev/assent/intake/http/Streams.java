package dev.assent.intake.http;

import dev.assent.edge.EventStream;
import dev.assent.intake.config.IntakeConfig;
import dev.assent.intake.config.IntakeLoops;
import dev.assent.intake.query.Sink;
import dev.assent.intake.query.Window;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Opens streams: how long, how often a sign of life, and for whom. */
@Singleton
public class Streams {

  private static final long DEFAULT_SECONDS = 15;
  private static final long MOST_SECONDS = 60;

  private final IntakeConfig config;
  private final IntakeLoops loops;

  @Inject
  Streams(IntakeConfig config, IntakeLoops loops) {
    this.config = config;
    this.loops = loops;
  }

  /**
   * The window that a client asked for.
   *
   * @param client the header X-Axme-Client, or null
   */
  Window window(@Nullable String waitSeconds, @Nullable String client) {
    long seconds = Params.number("wait_seconds", waitSeconds, DEFAULT_SECONDS);
    Duration length = Duration.ofSeconds(Math.clamp(seconds, 1, MOST_SECONDS));
    return showsNothingBeforeTheEnd(client)
        ? Window.buffered(length, config.heartbeat())
        : Window.live(length, config.heartbeat());
  }

  /** What runs while a stream is open. */
  interface Body {
    void run(Sink sink) throws IOException, InterruptedException;
  }

  Response open(RoutingContext request, Body body) {
    HttpServerResponse response = request.response();
    return EventStream.answer(
        stream -> {
          // Sends the head at once; some clients report nothing before they have it.
          stream.heartbeat();
          body.run(new SseStream(stream));
        },
        () -> response.closed() || response.ended() || loops.isStopping());
  }

  /** These two gather the whole answer before they look at it. */
  static boolean showsNothingBeforeTheEnd(@Nullable String client) {
    if (client == null) {
      return false;
    }
    String name = client.toLowerCase(Locale.ROOT);
    return name.startsWith("axme-sdk-typescript") || name.startsWith("axme-sdk-go");
  }
}
