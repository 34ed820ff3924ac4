package dev.assent.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.cli.local.DataFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandWordsTest {
  @TempDir Path home;

  @Test
  void shouldBeShortInTheProject() throws IOException {
    // given
    Files.writeString(home.resolve("assent"), "");
    DataFolder folder = new DataFolder(home.resolve(".assent/demo"));

    // when
    CommandWords words = CommandWords.of(home, home, folder);

    // then
    assertThat(words.with("up")).isEqualTo("./assent up");
    assertThat(words.withData("down")).isEqualTo("./assent down --data .assent/demo");
  }

  @Test
  void shouldWorkFromElsewhere(@TempDir Path elsewhere) throws IOException {
    // given
    Files.writeString(home.resolve("assent"), "");
    DataFolder folder = new DataFolder(home.resolve(".assent/demo"));

    // when
    CommandWords words = CommandWords.of(home, elsewhere, folder);

    // then
    assertThat(words.withData("down"))
        .isEqualTo(home + "/assent down --data " + home + "/.assent/demo");
  }

  @Test
  void shouldNameTheCommandWhereThereIsNoLauncher() {
    // given // when
    CommandWords words = CommandWords.of(home, home, new DataFolder(home));

    // then
    assertThat(words.with("up")).isEqualTo("assent up");
  }
}
