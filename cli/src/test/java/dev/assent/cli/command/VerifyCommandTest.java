package dev.assent.cli.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.cli.Called;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyCommandTest {
  @TempDir Path folder;

  @Test
  void shouldSayThatNothingRuns() {
    // when
    Called called = Called.in(folder).run("audit", "verify");

    // then
    assertThat(called.exit()).isEqualTo(3);
    assertThat(called.err()).contains("Kafka and PostgreSQL do not run from", "assent up");
  }

  @Test
  void shouldNotTakeTheViewsOfOneLogForThoseOfAnother() {
    // when
    Called called =
        Called.in(folder).run("audit", "verify", "--bootstrap-server", "elsewhere:9092");

    // then
    assertThat(called.exit()).isEqualTo(2);
    assertThat(called.err()).contains("--database", "--no-views");
  }
}
