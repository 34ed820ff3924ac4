package dev.assent.backends;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostmasterFileTest {
  @TempDir Path data;

  @Test
  void shouldReadWhatARunningServerWrites() throws Exception {
    // given
    write("4711\n/data\n1700000000\n5432\n\n127.0.0.1\n  1 2\nready   \n");

    // when, then
    assertThat(PostmasterFile.read(data))
        .contains(new PostmasterFile(4711, Instant.ofEpochSecond(1_700_000_000), true));
  }

  @Test
  void shouldNotBeReadyBeforeTheServerSaysSo() throws Exception {
    // given
    write("4711\n/data\n1700000000\n5432\n\n127.0.0.1\n  1 2\nstarting\n");

    // when, then
    assertThat(PostmasterFile.read(data)).get().returns(false, PostmasterFile::ready);
  }

  @Test
  void shouldTellNothingFromAFileThatIsMissingOrHalfWritten() throws Exception {
    assertThat(PostmasterFile.read(data)).isEmpty();

    write("4711\n/da");

    assertThat(PostmasterFile.read(data)).isEmpty();
  }

  @Test
  void shouldNotTakeAnotherProgramForTheServer() throws Exception {
    // given a stale file whose process number now belongs to this test
    ProcessHandle self = ProcessHandle.current();
    long born = self.info().startInstant().orElseThrow().getEpochSecond();
    write(self.pid() + "\n/data\n" + born + "\n5432\n\n127.0.0.1\n  1 2\nready\n");

    // when, then
    assertThat(PostmasterFile.read(data).orElseThrow())
        .returns(Optional.empty(), PostmasterFile::process)
        .returns(true, PostmasterFile::misleads);
  }

  @Test
  void shouldLeaveAFileAloneWhoseProcessIsGone() throws Exception {
    // given
    write(Long.MAX_VALUE + "\n/data\n1700000000\n5432\n\n127.0.0.1\n  1 2\nready\n");

    // when, then
    assertThat(PostmasterFile.read(data).orElseThrow())
        .returns(Optional.empty(), PostmasterFile::process)
        .returns(false, PostmasterFile::misleads);
  }

  @Test
  void shouldKeepTheRestOfAFileThatItPutsItsOwnNumberInto() throws Exception {
    // given
    write("4711\n/data\n1700000000\n5432\n\n127.0.0.1\n  98 76\nready\n");

    // when
    PostmasterFile.adopt(data);

    // then
    assertThat(PostmasterFile.path(data))
        .hasContent(
            ProcessHandle.current().pid()
                + "\n/data\n1700000000\n5432\n\n127.0.0.1\n  98 76\nready\n");
  }

  private void write(String content) throws Exception {
    Files.writeString(PostmasterFile.path(data), content);
  }
}
