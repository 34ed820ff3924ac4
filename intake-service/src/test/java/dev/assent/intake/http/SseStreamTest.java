package dev.assent.intake.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assent.contract.axp.AxpJson;
import dev.assent.edge.EventStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class SseStreamTest {

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  @Test
  void shouldFrameAnEventAsTheStrictestParserWantsIt() throws IOException {
    // given
    SseStream stream = new SseStream(new EventStream(out, () -> false));

    // when
    stream.event(7, "intent.reminder", "{\"a\":1}");

    // then
    assertThat(text()).isEqualTo("id: 7\nevent: intent.reminder\ndata: {\"a\":1}\n\n");
  }

  @Test
  void shouldEndTheWindowWithTheLastSeen() throws IOException {
    // given
    SseStream stream = new SseStream(new EventStream(out, () -> false));

    // when
    stream.timeout(7);

    // then
    assertThat(text()).isEqualTo("event: stream.timeout\ndata: {\"ok\":true,\"next_seq\":7}\n\n");
  }

  @Test
  void shouldBeatInACommentThatNoClientTakesForAnEvent() throws IOException {
    // given
    SseStream stream = new SseStream(new EventStream(out, () -> false));

    // when
    stream.heartbeat();

    // then
    assertThat(text()).isEqualTo(": still here\n\n");
  }

  @Test
  void shouldSurviveTheLineSplitterOfPython() throws IOException {
    // given
    SseStream stream = new SseStream(new EventStream(out, () -> false));
    String nasty = "a\u2028b\u2029c\u0085d\u000be\u000cf\u001cg\u001dh\u001ei\rj\nk";

    // when
    stream.event(
        1, "intent.created", AxpJson.line(JsonNodeFactory.instance.objectNode().put("x", nasty)));

    // then
    String[] lines =
        text().split("\r\n|[\n\r\u000b\u000c\u001c\u001d\u001e\u0085\u2028\u2029]", -1);
    assertThat(Arrays.asList(lines)).hasSize(5);
    assertThat(lines[2]).startsWith("data: {\"x\":\"a\\u2028b").endsWith("k\"}");
  }

  @Test
  void shouldStopWhenNobodyListens() {
    // given
    SseStream stream = new SseStream(new EventStream(out, () -> true));

    // when
    Throwable thrown = catchThrowable(stream::heartbeat);

    // then
    assertThat(thrown).isInstanceOf(IOException.class);
    assertThat(out.size()).isZero();
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
