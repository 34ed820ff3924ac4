package dev.assent.cli.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.cli.http.SseReader.Frame;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SseReaderTest {
  @Test
  void shouldReadNameDataAndId() throws IOException {
    // given
    String stream = "id: 3\nevent: intent.created\ndata: {\"seq\":3}\n\n";

    // when
    List<Frame> frames = read(stream);

    // then
    assertThat(frames).containsExactly(new Frame("intent.created", "{\"seq\":3}", "3"));
  }

  @Test
  void shouldJoinLinesOfDataAndSkipComments() throws IOException {
    // given
    String stream = ": alive\n\ndata:one\ndata: two\nretry: 10\n\n: alive\n\n";

    // when
    List<Frame> frames = read(stream);

    // then
    assertThat(frames).containsExactly(new Frame("message", "one\ntwo", ""));
  }

  @Test
  void shouldNotTakeOverTheNameOfAFrameWithoutData() throws IOException {
    // given
    String stream = "event: stray\n\ndata: x\n\n";

    // when
    List<Frame> frames = read(stream);

    // then
    assertThat(frames).containsExactly(new Frame("message", "x", ""));
  }

  @Test
  void shouldDropWhatWasCutOff() throws IOException {
    // given
    String stream = "data: whole\n\nevent: intent.completed\ndata: {\"half\":";

    // when
    List<Frame> frames = read(stream);

    // then
    assertThat(frames).containsExactly(new Frame("message", "whole", ""));
  }

  @Test
  void shouldTakeAllLineEndsAndKeepLineSeparatorsWithinData() throws IOException {
    // given
    String stream = "event: a\r\ndata: x\u2028y\r\n\r\ndata: z\r\r";

    // when
    List<Frame> frames = read(stream);

    // then
    assertThat(frames)
        .containsExactly(new Frame("a", "x\u2028y", ""), new Frame("message", "z", ""));
  }

  private static List<Frame> read(String stream) throws IOException {
    List<Frame> frames = new ArrayList<>();
    try (SseReader reader =
        new SseReader(new ByteArrayInputStream(stream.getBytes(StandardCharsets.UTF_8)))) {
      for (var next = reader.next(); next.isPresent(); next = reader.next()) {
        frames.add(next.get());
      }
    }
    return frames;
  }
}
