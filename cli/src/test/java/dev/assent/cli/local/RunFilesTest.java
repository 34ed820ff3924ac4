package dev.assent.cli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFilesTest {
  private static final Instant THEN = Instant.parse("2026-11-23T09:00:00.120Z");

  @TempDir Path folder;

  @Test
  void shouldReadWhatItWrote() {
    // given
    RunFiles files = new RunFiles(folder);
    BackendsRun backends = new BackendsRun(7, THEN, 29092, 25432);
    AssentRun assent =
        new AssentRun(8, THEN, URI.create("http://localhost:8300"), 8300, 8325, "1.0");

    // when
    files.write(backends);
    files.write(assent);
    files.write(Ports.USUAL);

    // then
    assertThat(files.backends()).contains(backends);
    assertThat(files.assent()).contains(assent);
    assertThat(files.ports()).contains(Ports.USUAL);
    assertThat(folder).isDirectoryNotContaining("glob:**.new");
  }

  @Test
  void shouldKnowNothingBeforeTheFirstStart() {
    // given
    RunFiles files = new RunFiles(folder.resolve("not-there"));

    // when // then
    assertThat(files.liveBackends()).isEmpty();
    assertThat(files.liveAssent()).isEmpty();
  }

  @Test
  void shouldNotTakeTheFileOfAKilledProcessForALiveOne() {
    // given
    RunFiles files = new RunFiles(folder);
    files.write(new BackendsRun(ProcessHandle.current().pid(), THEN, 29092, 25432));

    // when // then
    assertThat(files.backends()).isPresent();
    assertThat(files.liveBackends()).isEmpty();
  }

  @Test
  void shouldSayWhatToDoAboutADamagedFile() throws IOException {
    // given
    Files.writeString(folder.resolve("assent.json"), "{\"pid\":");

    // when // then
    assertThatThrownBy(() -> new RunFiles(folder).liveAssent())
        .hasMessageStartingWith("The file " + folder.resolve("assent.json") + " is damaged")
        .hasMessageContaining("delete the file and repeat");
  }
}
