package dev.assent.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** More than one process can take, and thousands who only listen. */
@Isolated("it keeps the whole machine busy")
class OverloadIT {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final int TOO_MANY = 300;
  private static final int LARGE = 96 * 1_024;
  private static final int DECISIONS = 50;

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String AGENT_STREAM =
      "/v1/agents/demo/prod/migrator/intents/stream?wait_seconds=60";

  @Test
  void shouldSendAwayWhatIsTooMuchAndTakeItLater(@TempDir Path folder) throws Exception {
    try (Installation assent = Installation.start(folder);
        ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor();
        HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      AtomicInteger sentAway = new AtomicInteger();
      byte[] body = JSON.writeValueAsBytes(Cases.quiet(LARGE));

      // when
      List<Future<String>> submissions = new ArrayList<>();
      for (int i = 0; i < TOO_MANY; i++) {
        String key = "overload-" + i;
        submissions.add(clients.submit(() -> submit(http, assent, body, key, sentAway)));
      }
      boolean readyMeanwhile = new Api(assent.url(), "").isReady();
      List<String> accepted = new ArrayList<>();
      for (Future<String> each : submissions) {
        accepted.add(each.get());
      }

      // then
      assertThat(readyMeanwhile).isTrue();
      assertThat(sentAway.get()).isPositive();
      assertThat(accepted).doesNotHaveDuplicates().hasSize(TOO_MANY);
      assertThat(assent.agent().get("/v1/intents/" + accepted.getLast()).status()).isEqualTo(200);
      assertThat(metric(assent, "assent_http_bodies")).isZero();
      assertThat(Audit.of(assent).flaws()).isEmpty();
    }
  }

  /** The id of the intent, once it is accepted. */
  private static String submit(
      HttpClient http, Installation assent, byte[] body, String key, AtomicInteger sentAway)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(assent.url().resolve("/v1/intents"))
            .header("x-api-key", assent.agent().token())
            .header("Idempotency-Key", key)
            .POST(BodyPublishers.ofByteArray(body))
            .build();
    while (true) {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() == 200) {
        return JSON.readTree(answer.body()).path("intent_id").asText();
      }
      assertThat(answer.statusCode()).as(answer.body()).isIn(429, 503);
      if (answer.statusCode() == 429) {
        sentAway.incrementAndGet();
      }
      long seconds = Long.parseLong(answer.headers().firstValue("Retry-After").orElseThrow());
      LockSupport.parkNanos(Duration.ofSeconds(seconds).toNanos());
    }
  }

  @Test
  void shouldDecideWhileThousandsListenSomeReadNothingAndNoNoticeGetsThrough(@TempDir Path folder)
      throws Exception {
    // Connections are taken by the operating system, and nobody ever answers.
    try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Installation assent =
            Installation.start(
                folder,
                "-Dassent.notifier.email.host=127.0.0.1",
                "-Dassent.notifier.email.port=" + silent.getLocalPort(),
                "-Dassent.notifier.webhooks.silent.url=http://127.0.0.1:"
                    + silent.getLocalPort()
                    + "/",
                "-Dassent.notifier.webhooks.silent.secret=whsec_" + "c2VjcmV0".repeat(4))) {
      // given
      Api agent = assent.agent();
      Api ada = assent.person("ada");
      String watched = agent.post("/v1/intents", Cases.quiet()).intentId();
      String large = agent.post("/v1/intents", Cases.quiet(LARGE)).intentId();
      List<String> waiting = new ArrayList<>();
      for (int i = 0; i < DECISIONS; i++) {
        waiting.add(agent.post("/v1/intents", Cases.quiet()).intentId());
      }
      waiting.forEach(id -> agent.awaitStatus(id, "WAITING", PATIENCE));
      List<Integer> answers = new ArrayList<>();
      try (Listeners listeners = new Listeners()) {
        listeners.stuck(100, agent, eventsOf(large));
        listeners.reading(2_000, agent, eventsOf(watched));
        listeners.reading(2_000, agent, AGENT_STREAM);
        listeners.reading(1_000, ada, "/inbox/live");

        // when
        for (String id : waiting) {
          answers.add(
              ada.post("/v1/approvals/" + id + "/decision", Map.of("decision", "approve"))
                  .status());
        }

        // then
        assertThat(metric(assent, "assent_http_streams")).isGreaterThanOrEqualTo(5_000);
      }
      assertThat(answers).hasSize(DECISIONS).containsOnly(200);
      Eventually.is(PATIENCE, () -> metric(assent, "assent_http_streams") == 0);
      assertThat(Audit.of(assent).flaws()).isEmpty();
    }
  }

  private static String eventsOf(String intent) {
    return "/v1/intents/" + intent + "/events/stream?wait_seconds=60";
  }

  private static double metric(Installation assent, String name) {
    HttpRequest request = HttpRequest.newBuilder(assent.url().resolve("/q/metrics")).build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      String all = http.send(request, BodyHandlers.ofString()).body();
      Matcher line = Pattern.compile("(?m)^" + name + "(?:\\{[^}]*})? (\\S+)$").matcher(all);
      assertThat(line.find()).as("a metric " + name).isTrue();
      return Double.parseDouble(line.group(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
