package dev.assent.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The disk of the data folder fills up while clients go on, and has room again later. */
@DisabledIfSystemProperty(
    named = "assent.backends",
    matches = "testcontainers",
    disabledReason = "containers do not write into the data folder")
@Isolated("it keeps the whole machine busy")
class DiskFullFaultIT {

  private static final long SEED = Long.getLong("assent.seed", new Random().nextLong());
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Test
  void shouldKeepEveryPromiseWhenThereIsNoRoomLeft(@TempDir Path temp) throws Exception {
    System.out.printf("assent.seed=%d%n", SEED);
    try (SmallDisk disk = SmallDisk.mount(temp.resolve("disk"), "400m");
        SeparateServices assent = SeparateServices.start(disk.folder());
        Load load = Load.start(assent, SEED)) {
      // given
      load.awaitMoreAnswers();

      // when
      ProcessHandle broker = ProcessHandle.of(assent.backends.file().pid()).orElseThrow();
      Path ballast = disk.fill();
      Eventually.is(PATIENCE, () -> !broker.isAlive());
      Files.delete(ballast);
      assent.backends.startAgain();
      load.awaitMoreAnswers();
      Verdict verdict = Verdict.of(assent, load);

      // then
      verdict.assertAllIsWell();
    }
  }
}
