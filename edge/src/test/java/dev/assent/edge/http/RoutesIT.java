package dev.assent.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoutesIT {

  private final List<Throwable> reported = new CopyOnWriteArrayList<>();
  private Vertx vertx;
  private HttpServer server;

  @BeforeEach
  void start() {
    vertx = Vertx.vertx();
    Router router = Router.router(vertx);
    router.route().order(Integer.MIN_VALUE).failureHandler(Routes::unlessRefused);
    router.route("/refused").handler(context -> failAfter(context, 413));
    router.route("/answered").handler(context -> failAfter(context, 200));
    router.route("/open").handler(context -> context.fail(new IllegalStateException("open")));
    router.route().failureHandler(this::report);
    server =
        vertx
            .createHttpServer()
            .requestHandler(router)
            .listen(0)
            .toCompletionStage()
            .toCompletableFuture()
            .join();
  }

  @AfterEach
  void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void shouldReportEveryFailureButThatOfARefusedBody() throws Exception {
    // when
    try (HttpClient client = HttpClient.newHttpClient()) {
      // One connection, one thread of the server: each is done before the next begins.
      assertThat(status(client, "/refused")).isEqualTo(413);
      assertThat(status(client, "/answered")).isEqualTo(200);
      assertThat(status(client, "/open")).isEqualTo(500);
    }

    // then
    assertThat(reported).extracting(Throwable::getMessage).containsExactly("/answered", "open");
  }

  private static void failAfter(RoutingContext context, int status) {
    context.response().setStatusCode(status).end();
    context.fail(new IllegalStateException(context.normalizedPath()));
  }

  private void report(RoutingContext context) {
    reported.add(context.failure());
    if (!context.response().ended()) {
      context.response().setStatusCode(500).end();
    }
  }

  private int status(HttpClient client, String path) throws Exception {
    URI uri = URI.create("http://localhost:" + server.actualPort() + path);
    return client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.discarding()).statusCode();
  }
}
