package dev.assent.system;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** The broker stands still for longer than anybody waits, and then dies, while clients go on. */
@Isolated("it keeps the whole machine busy")
class BrokerFaultIT {

  private static final long SEED = Long.getLong("assent.seed", new Random().nextLong());

  /** Longer than an edge waits for its answer, and as long as a transaction may take. */
  private static final long STANDSTILL_NANOS = Duration.ofSeconds(10).toNanos();

  @Test
  void shouldKeepEveryPromiseWhenItStandsStillAndWhenItDies(@TempDir Path folder) {
    System.out.printf("assent.seed=%d%n", SEED);
    try (SeparateServices assent = SeparateServices.start(folder);
        Load load = Load.start(assent, SEED)) {
      // given
      load.awaitMoreAnswers();

      // when
      assent.backends.pauseBroker();
      LockSupport.parkNanos(STANDSTILL_NANOS);
      assent.backends.resumeBroker();
      load.awaitMoreAnswers();
      assent.backends.kill();
      assent.backends.startAgain();
      load.awaitMoreAnswers();
      Verdict verdict = Verdict.of(assent, load);

      // then
      verdict.assertAllIsWell();
    }
  }
}
