package dev.assent.approval.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.approval.http.Client;
import dev.assent.approval.http.LiveBackends;
import dev.assent.approval.http.World;
import dev.assent.contract.id.IntentId;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(LiveBackends.class)
class LivePagesIT {

  @TestHTTPResource("/")
  URI base;

  @Inject World world;

  @Test
  void shouldTellAnOpenInboxThatATaskArrived() throws Exception {
    // given
    Client browser = world.browser(base, "ada");
    BlockingQueue<String> lines = listen(browser, "/inbox/live");
    assertThat(lines.poll(10, TimeUnit.SECONDS)).startsWith(":");

    // when
    IntentId intent = world.gate("Arrives live");

    // then
    assertThat(next(lines, "event")).isEqualTo("event: changed");
    assertThat(browser.get("/inbox").body()).contains(intent.toString());
  }

  @Test
  void shouldTellAnOpenTaskPageThatSomebodyDecided() throws Exception {
    // given
    IntentId intent = world.gate("Decided live");
    Client watcher = world.browser(base, "ada");
    watcher.get("/tasks/" + intent);
    BlockingQueue<String> lines = listen(watcher, "/tasks/" + intent + "/live");
    assertThat(lines.poll(10, TimeUnit.SECONDS)).startsWith(":");
    Client other = world.browser(base, "bo");

    // when
    other.postForm("/tasks/" + intent + "/decision", decision(other, intent, "rejected"));

    // then
    assertThat(next(lines, "event")).isEqualTo("event: changed");
    assertThat(watcher.get("/tasks/" + intent).body()).contains("Bo rejected it");
  }

  private BlockingQueue<String> listen(Client browser, String path) throws Exception {
    BlockingQueue<String> lines = new LinkedBlockingQueue<>();
    var stream =
        browser
            .http()
            .send(
                HttpRequest.newBuilder(base.resolve(path))
                    .header("Accept", "text/event-stream")
                    .build(),
                BodyHandlers.ofInputStream());
    assertThat(stream.statusCode()).isEqualTo(200);
    Thread.ofVirtual()
        .start(
            () ->
                new BufferedReader(new InputStreamReader(stream.body(), StandardCharsets.UTF_8))
                    .lines()
                    .forEach(lines::add));
    return lines;
  }

  private static String next(BlockingQueue<String> lines, String start) throws Exception {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (System.nanoTime() < end) {
      String line = lines.poll(1, TimeUnit.SECONDS);
      if (line != null && line.startsWith(start)) {
        return line.replace("event:changed", "event: changed");
      }
    }
    throw new AssertionError("nothing came");
  }

  private static Map<String, String> decision(Client browser, IntentId intent, String outcome) {
    Map<String, String> form = Client.hidden(browser.get("/tasks/" + intent).body());
    form.putAll(Map.of("outcome", outcome, "comment", "", "confirmed", "yes"));
    return form;
  }
}
