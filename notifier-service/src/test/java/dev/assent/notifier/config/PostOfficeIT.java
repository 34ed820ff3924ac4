package dev.assent.notifier.config;

import static dev.assent.notifier.NotifierFixtures.ADA;
import static dev.assent.notifier.NotifierFixtures.ONE;
import static dev.assent.notifier.NotifierFixtures.asked;
import static dev.assent.notifier.NotifierFixtures.created;
import static dev.assent.notifier.NotifierFixtures.log;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.sun.net.httpserver.HttpServer;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.envelope.SignalEnvelope;
import dev.assent.contract.notification.ChannelKind;
import dev.assent.contract.signal.Signal.NoticeDelivered;
import dev.assent.contract.signal.Signal.NoticeFailed;
import dev.assent.eventlog.view.Projection;
import dev.assent.notifier.FixedPeople;
import dev.assent.notifier.TestDatabase;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostOfficeIT {

  @TempDir Path folder;

  private final GreenMail mailServer =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
  private final CountDownLatch release = new CountDownLatch(1);
  private final ByteArrayOutputStream console = new ByteArrayOutputStream();
  private final BlockingQueue<SignalEnvelope> receipts = new LinkedBlockingQueue<>();
  private HttpServer hooks;
  private TestDatabase database;

  @BeforeEach
  void start() throws Exception {
    mailServer.start();
    hooks = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    hooks.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    hooks.createContext(
        "/quick",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    hooks.createContext(
        "/slow",
        exchange -> {
          awaitRelease();
          exchange.close();
        });
    hooks.start();
    database = new TestDatabase(folder);
    database.makeAnew();
  }

  @AfterEach
  void stop() {
    release.countDown();
    hooks.stop(0);
    mailServer.stop();
    database.close();
  }

  @Test
  void shouldTellEverybodyElseWhileOneWebhookHangs() throws Exception {
    // given
    Map<String, String> keys = new HashMap<>(webhook("slow"));
    keys.putAll(webhook("quick"));
    keys.put("assent.notifier.console", "true");
    try (PostOffice office = office(keys)) {
      Projection projection = office.projection();
      projection.owned(List.of(0));
      office.start();

      // when
      apply(projection, created(ONE), asked(ONE, 3, ADA));
      List<NoticeDelivered> told = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        told.add((NoticeDelivered) nextReceipt());
      }

      // then
      assertThat(told)
          .extracting(NoticeDelivered::channel)
          .containsExactlyInAnyOrder(ChannelKind.EMAIL, ChannelKind.WEBHOOK, ChannelKind.CONSOLE);
      assertThat(told).extracting(NoticeDelivered::recipient).contains("ada", "quick", "console");
      assertThat(mailServer.getReceivedMessages()).hasSize(1);
      assertThat(console.toString(StandardCharsets.UTF_8))
          .contains("Approval needed: Add an index");
      assertThat(database.rows("select state from notifier.deliveries where lane = 'webhook:slow'"))
          .containsExactly("PENDING");
    }
  }

  @Test
  void shouldTellNobodyOfAPartitionThatItDoesNotOwn() throws Exception {
    try (PostOffice office = office(Map.of())) {
      // given
      Projection projection = office.projection();
      office.start();
      apply(projection, created(ONE), asked(ONE, 3, ADA));

      // when
      boolean tooEarly = mailServer.waitForIncomingEmail(300, 1);
      projection.owned(List.of(0));
      boolean then = mailServer.waitForIncomingEmail(20_000, 1);

      // then
      assertThat(tooEarly).isFalse();
      assertThat(then).isTrue();
    }
  }

  @Test
  void shouldGiveUpOnAWebhookThatWasRemoved() throws Exception {
    // given
    try (PostOffice before = office(webhook("removed"))) {
      apply(before.projection(), created(ONE), asked(ONE, 3));
    }

    // when
    try (PostOffice office = office(Map.of())) {
      office.projection().owned(List.of(0));
      office.start();
      NoticeFailed failed = (NoticeFailed) nextReceipt();

      // then
      assertThat(failed.recipient()).isEqualTo("removed");
      assertThat(failed.reason()).contains("removed from the configuration");
    }
  }

  private Object nextReceipt() throws InterruptedException {
    SignalEnvelope receipt = receipts.poll(30, TimeUnit.SECONDS);
    assertThat(receipt).as("a receipt within 30 seconds").isNotNull();
    return receipt.signal();
  }

  private void awaitRelease() throws IOException {
    try {
      release.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private Map<String, String> webhook(String name) {
    String key = "assent.notifier.webhooks." + name;
    return Map.of(
        key + ".url",
        "http://127.0.0.1:" + hooks.getAddress().getPort() + "/" + name,
        key + ".secret",
        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  }

  private PostOffice office(Map<String, String> more) {
    Map<String, String> keys = new HashMap<>(more);
    keys.put("assent.notifier.email.host", "127.0.0.1");
    keys.put("assent.notifier.email.port", Integer.toString(mailServer.getSmtp().getPort()));
    return new PostOffice(
        Configs.read(keys),
        new PostOffice.Surroundings(
            database.source(),
            this::append,
            new FixedPeople(),
            () -> (SSLSocketFactory) SSLSocketFactory.getDefault(),
            new SimpleMeterRegistry(),
            InstantSource.system(),
            URI.create("http://localhost:8300"),
            new PrintStream(console, true, StandardCharsets.UTF_8)));
  }

  private CompletableFuture<Void> append(List<SignalEnvelope> signals) {
    receipts.addAll(signals);
    return CompletableFuture.completedFuture(null);
  }

  private void apply(Projection projection, RecordedEvent... events) throws Exception {
    try (Connection db = database.source().getConnection()) {
      db.setAutoCommit(false);
      projection.apply(db, 0, log(events));
      db.commit();
    }
  }
}
