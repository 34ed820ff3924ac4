package dev.assent.kernel.random;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.json.EventTypes;
import dev.assent.contract.json.TypeTable;
import dev.assent.contract.outcome.RefusalCode;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/**
 * Repeat what failed with {@code -Dseed=<the seed that the failure names>}; {@code -Druns=5000}
 * soaks.
 */
class RandomisedReplayTest {

  private static final int RUNS = Integer.getInteger("runs", 100);
  private static final int STEPS = 30;

  private static Tally play(long firstSeed, int runs) {
    Tally tally = new Tally();
    for (long seed = firstSeed; seed < firstSeed + runs; seed++) {
      try {
        new RandomRun(seed, tally).play(STEPS);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("repeat with -Dseed=" + seed + ": " + e.getMessage(), e);
      }
    }
    return tally;
  }

  @Test
  void shouldHoldForAnyPlanAndAnyInput() {
    // given
    long seed = Long.getLong("seed", System.nanoTime());
    System.out.println("random histories from seed " + seed);
    // when
    Tally tally = play(seed, RUNS);
    // then
    assertThat(tally.steps()).isGreaterThan(RUNS);
  }

  @Test
  void shouldReachEveryEventAndEveryRefusal() {
    // given
    var notOfTheKernel =
        EnumSet.of(
            RefusalCode.TOO_LARGE,
            RefusalCode.IDEMPOTENCY_KEY_REUSED,
            RefusalCode.INTENT_UNKNOWN,
            RefusalCode.QUARANTINED);
    // when
    Tally tally = play(1, 250);
    // then
    assertThat(tally.events())
        .containsAll(EventTypes.TABLE.entries().stream().map(TypeTable.Entry::type).toList());
    assertThat(tally.refusals()).isEqualTo(EnumSet.complementOf(notOfTheKernel));
  }
}
