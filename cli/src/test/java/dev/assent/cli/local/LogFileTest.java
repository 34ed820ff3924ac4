package dev.assent.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
  @TempDir Path folder;
  private Path file;
  private final List<String> heard = new ArrayList<>();

  @BeforeEach
  void makeFile() {
    file = folder.resolve("assent.log");
  }

  @Test
  void shouldHandOverWholeLinesOnly() throws IOException {
    // given
    LogFile log = LogFile.atEnd(file);

    // when
    log.poll(heard::add);
    append("one\ntw");
    log.poll(heard::add);
    append("o\nthree\n");
    log.poll(heard::add);

    // then
    assertThat(heard).containsExactly("one", "two", "three");
  }

  @Test
  void shouldBeginWithTheLastLines() throws IOException {
    // given
    append("eins\nzwei\ndrei €\nvier\n");

    // when
    LogFile.before(file, 2).poll(heard::add);

    // then
    assertThat(heard).containsExactly("drei €", "vier");
  }

  @Test
  void shouldBeginAgainWhenTheLogWasBegunAnew() throws IOException {
    // given
    append("a long line from before\n");
    LogFile log = LogFile.atEnd(file);

    // when
    Files.writeString(file, "new\n");
    log.poll(heard::add);

    // then
    assertThat(heard).containsExactly("new");
  }

  private void append(String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
