package dev.assent.cli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path parent;

  @Test
  void shouldMakeWhatIsMissing() {
    // given
    DataFolder folder = new DataFolder(parent.resolve("a/b"));

    // when
    folder.prepare();

    // then
    assertThat(folder.logs()).isDirectory();
    assertThat(folder.run()).isDirectory();
    assertThat(folder.isInstalled()).isFalse();
  }

  @Test
  void shouldNotMoveInWithOtherFiles() throws IOException {
    // given
    Files.writeString(parent.resolve("holiday.jpg"), "");

    // when // then
    assertThatThrownBy(() -> new DataFolder(parent).prepare())
        .hasMessageContaining("holds other files and no data of Assent")
        .hasMessageContaining("--data");
  }

  @Test
  void shouldTakeAFolderThatHoldsBuildLogs() throws IOException {
    // given
    Files.createDirectories(parent.resolve("logs"));

    // when
    new DataFolder(parent).prepare();

    // then
    assertThat(parent.resolve("run")).isDirectory();
  }

  @Test
  void shouldSayThatAFileIsNoFolder() throws IOException {
    // given
    Path file = Files.writeString(parent.resolve("file"), "");

    // when // then
    assertThatThrownBy(() -> new DataFolder(file).prepare())
        .hasMessage("The data folder %s is a file. Choose a folder with --data.", file);
  }

  @Test
  void shouldLetOneCommandAtATimeChangeWhatRuns() {
    // given
    DataFolder folder = new DataFolder(parent.resolve("x"));
    folder.prepare();

    // when // then
    folder.exclusively(
        () ->
            assertThatThrownBy(() -> folder.exclusively(() -> {}))
                .hasMessageContaining("Another command is starting or stopping Assent"));
  }
}
