package dev.assent.cli.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.cli.FakeServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventStreamTest {
  private static final String PATH = "/v1/intents/1/events/stream";

  private final FakeServer server = new FakeServer();
  private final Api api = new Api(server.url(), Credential.NONE);
  private final List<Long> seen = new ArrayList<>();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void shouldGoOnWhereAConnectionEnded() {
    // given
    server.onStream(PATH, frame(1, "created") + frame(3, "submitted") + timeout(3));
    server.onStream(PATH, frame(5, "completed"));

    // when
    Optional<JsonNode> ending = follow();

    // then
    assertThat(ending).map(event -> event.path("seq").asLong()).contains(5L);
    assertThat(seen).containsExactly(1L, 3L, 5L);
    assertThat(server.requests("GET " + PATH))
        .extracting(FakeServer.Request::path)
        .containsExactly(PATH + "?since=0&wait_seconds=30", PATH + "?since=3&wait_seconds=30");
  }

  @Test
  void shouldOutlastAServerThatIsRestarted() {
    // given
    server.on("GET " + PATH, 503, "{\"detail\":\"Starting.\"}");
    server.onStream(PATH, frame(1, "completed"));

    // when
    Optional<JsonNode> ending = follow();

    // then
    assertThat(ending).isPresent();
  }

  @Test
  void shouldEndAtOnceWhenTheServerRefuses() {
    // given
    server.on("GET " + PATH, 404, "{\"detail\":\"There is no such intent.\"}");

    // when // then
    assertThatThrownBy(this::follow).hasMessage("There is no such intent.");
  }

  @Test
  void shouldGiveUpAtTheDeadline() {
    // given
    server.onStream(PATH, timeout(0));
    EventStream stream = new EventStream(api, PATH, 0, () -> false);

    // when
    Optional<JsonNode> ending = stream.follow(event -> true, System.nanoTime() + 300_000_000L);

    // then
    assertThat(ending).isEmpty();
  }

  private Optional<JsonNode> follow() {
    return new EventStream(api, PATH, 0, () -> false)
        .follow(
            event -> {
              seen.add(event.path("seq").asLong());
              return EventWords.isEnding(event);
            },
            null);
  }

  private static String frame(long seq, String name) {
    return "id: %d\nevent: intent.%s\ndata: {\"seq\":%d,\"event_type\":\"intent.%s\"}\n\n"
        .formatted(seq, name, seq, name);
  }

  private static String timeout(long seq) {
    return "event: stream.timeout\ndata: {\"ok\":true,\"next_seq\":%d}\n\n".formatted(seq);
  }
}
