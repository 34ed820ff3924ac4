package dev.assent.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Open pages and waiting agents hold nobody up: their streams end when stopping begins. */
class StopWhileListenedToE2E {

  private static final String GIVEN_UP = "Timed out waiting for graceful shutdown";

  private static final String AGENT_STREAM =
      "/v1/agents/demo/prod/migrator/intents/stream?wait_seconds=60";

  @Test
  void shouldNotWaitForThoseWhoOnlyListen(@TempDir Path folder) throws Exception {
    try (Installation assent = Installation.start(folder);
        HttpClient client = HttpClient.newHttpClient();
        // given
        BufferedReader page = listen(client, assent, "/inbox/live", assent.person("ada"));
        BufferedReader agent = listen(client, assent, AGENT_STREAM, assent.agent())) {

      // when
      assent.stopApp();

      // then
      assertThat(assent.appLog()).content().doesNotContain(GIVEN_UP);
      assertThat(page.lines()).noneMatch(line -> line.startsWith("data"));
      assertThat(agent.lines()).noneMatch(line -> line.startsWith("data"));
    }
  }

  /** A stream that has begun. */
  private static BufferedReader listen(
      HttpClient client, Installation assent, String path, Api caller) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(assent.url().resolve(path))
            .header("Authorization", "Bearer " + caller.token())
            .header("Cookie", "assent_session=" + caller.token())
            .build();
    BufferedReader stream =
        new BufferedReader(
            new InputStreamReader(
                client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body(),
                StandardCharsets.UTF_8));
    assertThat(stream.readLine()).startsWith(":");
    return stream;
  }
}
