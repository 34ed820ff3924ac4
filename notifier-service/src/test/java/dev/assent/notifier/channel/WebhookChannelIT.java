package dev.assent.notifier.channel;

import static dev.assent.notifier.NotifierFixtures.ADA;
import static dev.assent.notifier.NotifierFixtures.NOON;
import static dev.assent.notifier.NotifierFixtures.ask;
import static dev.assent.notifier.NotifierFixtures.due;
import static dev.assent.notifier.NotifierFixtures.notice;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.assent.contract.notification.NoticeKind;
import dev.assent.notifier.delivery.DueDelivery;
import dev.assent.notifier.delivery.Outcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookChannelIT {

  private static final List<String> SECRET = List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  private static final Duration TIMEOUT = Duration.ofSeconds(2);

  private final List<Headers> headers = new ArrayList<>();
  private final List<byte[]> bodies = new ArrayList<>();
  private final DueDelivery delivery = due(notice(ask(ADA)));
  private volatile int answer = 204;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/hook", this::record);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void shouldSendASignedNotice() throws Exception {
    // when
    Outcome outcome = channel(webhook("/hook")).send(delivery);

    // then
    assertThat(outcome).isEqualTo(new Outcome.Sent());
    Headers sent = headers.getFirst();
    assertThat(sent.getFirst("webhook-id")).isEqualTo(delivery.id().toString());
    assertThat(sent.getFirst("webhook-timestamp")).isEqualTo(Long.toString(NOON.getEpochSecond()));
    assertThat(sent.getFirst("webhook-signature"))
        .isEqualTo(
            new WebhookSignature(SECRET).sign(delivery.id().toString(), NOON, bodies.getFirst()));
    assertThat(sent.getFirst("content-type")).isEqualTo("application/json");
    assertThat(new String(bodies.getFirst(), StandardCharsets.UTF_8))
        .contains("\"notice.task_assigned\"")
        .doesNotContain("ada@example.org");
  }

  @Test
  void shouldTryAgainAfterAnyOtherAnswer() throws Exception {
    // given
    answer = 503;

    // when
    Outcome outcome = channel(webhook("/hook")).send(delivery);

    // then
    assertThat(outcome).isEqualTo(new Outcome.Retry("The webhook answered 503."));
  }

  @Test
  void shouldFollowNoRedirect() throws Exception {
    // given
    List<String> elsewhere = new ArrayList<>();
    server.createContext("/elsewhere", exchange -> elsewhere.add(exchange.getRequestMethod()));
    answer = 307;

    // when
    Outcome outcome = channel(webhook("/hook")).send(delivery);

    // then
    assertThat(outcome).isEqualTo(new Outcome.Retry("The webhook answered 307."));
    assertThat(elsewhere).isEmpty();
  }

  @Test
  void shouldSwitchItselfOffWhenToldThatItIsGone() throws Exception {
    // given
    answer = 410;
    Webhook webhook = webhook("/hook");
    WebhookChannel channel = channel(webhook);

    // when
    Outcome outcome = channel.send(delivery);
    Outcome next = channel.send(delivery);

    // then
    assertThat(outcome).isInstanceOf(Outcome.GivenUp.class);
    assertThat(next).isInstanceOf(Outcome.GivenUp.class);
    assertThat(bodies).hasSize(1);
    assertThat(webhook.wants(NoticeKind.DECIDED)).isFalse();
  }

  @Test
  void shouldNotWaitForeverForASlowOne() throws Exception {
    // given
    CountDownLatch end = new CountDownLatch(1);
    server.createContext(
        "/slow",
        exchange -> {
          try {
            end.await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });

    // when
    Outcome outcome = channel(webhook("/slow")).send(delivery);
    end.countDown();

    // then
    assertThat(outcome)
        .isEqualTo(new Outcome.Retry("The webhook did not answer within 2 seconds."));
  }

  @Test
  void shouldSayWhenNobodyIsThere() throws Exception {
    // given
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }
    Webhook nobody =
        new Webhook("ops", URI.create("http://127.0.0.1:" + free + "/"), SECRET, List.of());

    // when
    Outcome outcome = channel(nobody).send(delivery);

    // then
    assertThat(outcome).isEqualTo(new Outcome.Retry("The webhook cannot be reached."));
  }

  private void record(HttpExchange exchange) throws IOException {
    headers.add(exchange.getRequestHeaders());
    bodies.add(exchange.getRequestBody().readAllBytes());
    exchange.getResponseHeaders().add("Location", "/elsewhere");
    exchange.sendResponseHeaders(answer, -1);
    exchange.close();
  }

  private Webhook webhook(String path) {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    return new Webhook("ops", url, SECRET, List.of());
  }

  private static WebhookChannel channel(Webhook webhook) {
    return new WebhookChannel(
        webhook,
        WebhookChannel.client(TIMEOUT),
        new Links(URI.create("https://assent.example.org")),
        () -> NOON,
        TIMEOUT,
        4);
  }
}
