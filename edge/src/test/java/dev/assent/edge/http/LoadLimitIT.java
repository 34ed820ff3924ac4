package dev.assent.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.edge.AssentConfig;
import dev.assent.edge.Waiting;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.math.BigInteger;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Requests of which each is in work until the test lets it go. */
@Timeout(60)
class LoadLimitIT {

  private static final int LARGEST_BODY = 900;

  private record Limits(int requests, MemorySize bodies, int streams)
      implements AssentConfig.Limits {}

  private final MeterRegistry metrics = new SimpleMeterRegistry();
  private final BlockingQueue<RoutingContext> inWork = new LinkedBlockingQueue<>();
  private final Vertx vertx = Vertx.vertx();
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private HttpServer server;

  @BeforeEach
  void listen() {
    LoadLimit limit =
        new LoadLimit(
            new Limits(2, new MemorySize(BigInteger.valueOf(1_000)), 1),
            LARGEST_BODY,
            Duration.ofMillis(300),
            metrics);
    Router router = Router.router(vertx);
    router.route().handler(limit::check);
    router.route().handler(inWork::add);
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  @AfterEach
  void close() {
    // Many of its requests will never be answered: closing would wait for them.
    client.shutdownNow();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void shouldSendAwayWhoComesOnTopAndTakeThemLater() throws Exception {
    // given
    var first = send(post("/v1/intents", bytes(1)));
    RoutingContext taken = inWork.poll(5, TimeUnit.SECONDS);
    send(post("/v1/intents", bytes(1)));
    inWork.poll(5, TimeUnit.SECONDS);

    // when
    HttpResponse<String> third = send(post("/v1/intents", bytes(1))).join();

    // then
    assertThat(third.statusCode()).isEqualTo(429);
    assertThat(third.headers().firstValue("Retry-After")).contains("1");
    assertThat(third.body()).contains("rate_limit_exceeded", "fewer requests", "(2)");
    assertThat(refused("requests")).isOne();

    // when
    finish(taken);
    first.join();

    // then
    send(post("/v1/intents", bytes(1)));
    assertThat(inWork.poll(5, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void shouldSendAwayBodiesThatAreTooMuchTogether() throws Exception {
    // given
    send(post("/v1/intents", bytes(600)));
    inWork.poll(5, TimeUnit.SECONDS);

    // when
    var tooMuch = send(post("/v1/intents", bytes(401))).join();
    send(post("/v1/intents", bytes(400)));

    // then
    assertThat(tooMuch.statusCode()).isEqualTo(429);
    assertThat(refused("bodies")).isOne();
    assertThat(inWork.poll(5, TimeUnit.SECONDS)).isNotNull();
    assertThat(inUse("bodies")).isEqualTo(1_000);
  }

  @Test
  void shouldTakeABodyThatDoesNotSayItsLengthForTheLargest() throws Exception {
    // given
    send(post("/v1/intents", bytes(101)));
    inWork.poll(5, TimeUnit.SECONDS);

    // when
    var unknown =
        send(post(
                "/v1/intents",
                BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[1]))))
            .join();

    // then
    assertThat(unknown.statusCode()).isEqualTo(429);
  }

  @Test
  void shouldCountStreamsApart() throws Exception {
    // given
    send(get("/v1/agents/a/intents/stream"));
    inWork.poll(5, TimeUnit.SECONDS);

    // when
    var secondStream = send(get("/inbox/live")).join();
    send(get("/v1/intents"));
    send(get("/v1/intents"));

    // then
    assertThat(secondStream.body()).doesNotContain("data:");
    assertThat(inWork.poll(5, TimeUnit.SECONDS)).isNotNull();
    assertThat(inWork.poll(5, TimeUnit.SECONDS)).isNotNull();
    assertThat(inUse("streams")).isOne();
    assertThat(inUse("requests")).isEqualTo(2);
  }

  @Test
  void shouldOpenAnEmptyStreamForWhomThereIsNoPlace() throws Exception {
    // given
    send(get("/v1/agents/a/intents/stream"));
    RoutingContext first = inWork.poll(5, TimeUnit.SECONDS);

    // when
    HttpResponse<String> second = send(get("/v1/agents/b/intents/stream")).join();

    // then
    assertThat(second.statusCode()).isEqualTo(200);
    assertThat(second.headers().firstValue("Content-Type")).contains("text/event-stream");
    assertThat(second.body())
        .isEqualTo(": more streams are open than this process takes on; ask again\n\n");
    assertThat(refused("streams")).isOne();

    // when
    finish(first);
    Waiting.until(() -> inUse("streams") == 0);
    send(get("/v1/agents/b/intents/stream"));

    // then
    assertThat(inWork.poll(5, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void shouldAlwaysTellHowItIs() throws Exception {
    // given
    send(get("/v1/intents"));
    send(get("/v1/intents"));
    inWork.poll(5, TimeUnit.SECONDS);
    inWork.poll(5, TimeUnit.SECONDS);

    // when
    send(get("/q/health/ready"));

    // then
    assertThat(inWork.poll(5, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void shouldForgetWhoLeftBeforeTheAnswer() throws Exception {
    // given
    try (Socket socket = new Socket("127.0.0.1", server.actualPort())) {
      socket
          .getOutputStream()
          .write(
              "POST /v1/intents HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nab"
                  .getBytes(StandardCharsets.US_ASCII));
      inWork.poll(5, TimeUnit.SECONDS);
      assertThat(inUse("bodies")).isEqualTo(5);
    }

    // when it has left, then
    Waiting.until(() -> inUse("requests") == 0 && inUse("bodies") == 0);
  }

  @Test
  void shouldKeepTheConnectionOfWhomItSendsAway() throws Exception {
    // given
    send(post("/v1/intents", bytes(1_000)));
    inWork.poll(5, TimeUnit.SECONDS);

    try (Socket socket = new Socket("127.0.0.1", server.actualPort());
        BufferedReader answers =
            new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
      String request = "POST /v1/intents HTTP/1.1\r\nHost: a\r\nContent-Length: 4\r\n\r\nabcd";

      // when
      socket.getOutputStream().write((request + request).getBytes(StandardCharsets.US_ASCII));

      // then
      assertThat(answers.lines().filter(line -> line.contains("HTTP/1.1 429")).limit(2)).hasSize(2);
    }
  }

  private CompletableFuture<HttpResponse<String>> send(HttpRequest.Builder request) {
    return client.sendAsync(request.build(), BodyHandlers.ofString());
  }

  private HttpRequest.Builder get(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.actualPort() + path));
  }

  private HttpRequest.Builder post(String path, BodyPublisher body) {
    return get(path).POST(body);
  }

  private static BodyPublisher bytes(int count) {
    return BodyPublishers.ofByteArray(new byte[count]);
  }

  private static void finish(RoutingContext context) {
    context.vertx().runOnContext(now -> context.response().end());
  }

  private double refused(String limit) {
    return metrics.get("assent.http.refused").tag("limit", limit).counter().count();
  }

  private double inUse(String what) {
    return metrics.get("assent.http." + what).gauge().value();
  }
}
