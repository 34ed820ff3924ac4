package dev.assent.system;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Services die at any moment, again and again, while clients go on. {@code -Dassent.kills=300} for
 * more of it, {@code -Dassent.seed=…} for the same once more.
 */
@Isolated("it keeps the whole machine busy")
class RandomKillsFaultIT {

  private static final int KILLS = Integer.getInteger("assent.kills", 30);
  private static final long SEED = Long.getLong("assent.seed", new Random().nextLong());
  private static final long LONGEST_PEACE_NANOS = Duration.ofSeconds(2).toNanos();

  @Test
  void shouldKeepEveryPromiseWhateverIsKilled(@TempDir Path folder) {
    System.out.printf("assent.kills=%d assent.seed=%d%n", KILLS, SEED);
    try (SeparateServices assent = SeparateServices.start(folder);
        Load load = Load.start(assent, SEED)) {
      // given
      Random random = new Random(SEED);
      long begun = System.nanoTime();

      // when
      for (int kill = 0; kill < KILLS; kill++) {
        LockSupport.parkNanos(random.nextLong(LONGEST_PEACE_NANOS));
        String victim = SeparateServices.NAMES.get(random.nextInt(SeparateServices.NAMES.size()));
        assent.restart(victim);
        if (random.nextBoolean()) {
          // Else the next may die while this one starts, or this one once more.
          assent.of(victim).awaitReady();
        }
      }
      assent.awaitReady();
      System.out.printf("killed for %d s%n", (System.nanoTime() - begun) / 1_000_000_000);
      load.awaitMoreAnswers();
      Verdict verdict = Verdict.of(assent, load);

      // then
      verdict.assertAllIsWell();
    }
  }
}
