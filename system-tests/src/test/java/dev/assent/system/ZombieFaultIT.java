package dev.assent.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.eventlog.loop.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A process sleeps while another takes over what it owned, and wakes as if nothing had been. */
@Isolated("it keeps the whole machine busy")
class ZombieFaultIT {

  private static final long SEED = Long.getLong("assent.seed", new Random().nextLong());
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int BATCHES_BEFORE = 10;

  /** It wakes in the middle of its transaction. */
  @Test
  void shouldAppendNothingWhenItWakes(@TempDir Path folder) {
    wake(Step.INPUTS_SENT, folder);
  }

  /** Before it has written anything, and before it writes the view. */
  @EnabledIfSystemProperty(named = "assent.long", matches = "true")
  @ParameterizedTest
  @EnumSource(
      value = Step.class,
      names = {"DECIDED", "LOG_COMMITTED"})
  void shouldAppendNothingWhereverItWakes(Step step, @TempDir Path folder) {
    wake(step, folder);
  }

  private static void wake(Step step, Path folder) {
    System.out.printf("assent.seed=%d%n", SEED);
    try (SeparateServices assent = SeparateServices.start(folder)) {
      // given
      AppJvm sleeper = assent.another("approval", "sleeper", List.of());
      sleeper.jvm().kill();
      sleeper.startAgain(
          new CrashPoint.Place("approval", step, BATCHES_BEFORE, CrashPoint.Effect.PAUSE));
      try (Load load = Load.start(assent, SEED)) {
        Owners owners = new Owners(assent.backends.kafka(), "approval");
        Eventually.is(PATIENCE, sleeper.jvm()::isPaused);

        // when
        Eventually.is(PATIENCE, () -> owners.now().equals(Set.of("approval")));
        load.awaitMoreAnswers();
        sleeper.jvm().resume();
        Eventually.is(PATIENCE, () -> owners.now().equals(Set.of("approval", "sleeper")));
        load.awaitMoreAnswers();
        Verdict verdict = Verdict.of(assent, load);

        // then
        verdict.assertAllIsWell();
        if (step != Step.LOG_COMMITTED) {
          assertThat(sleeper.log()).content().contains("begins anew after a fault");
        }
      } finally {
        sleeper.jvm().kill();
      }
    }
  }
}
