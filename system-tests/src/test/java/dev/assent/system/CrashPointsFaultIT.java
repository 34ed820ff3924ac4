package dev.assent.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.eventlog.loop.Step;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/** Each service ends once between every two steps of its loop, while clients go on. */
@Isolated("it keeps the whole machine busy")
class CrashPointsFaultIT {

  private static final long SEED = Long.getLong("assent.seed", new Random().nextLong());

  private static final Set<Step> OF_FOLLOWERS =
      EnumSet.of(Step.POLLED, Step.VIEW_WRITTEN, Step.VIEW_COMMITTED);

  private static final List<String> DECIDERS = List.of("intake", "approval");

  @Test
  void shouldKeepEveryPromiseWhereverALoopEnds(@TempDir Path folder) {
    System.out.printf("assent.seed=%d%n", SEED);
    try (SeparateServices assent = SeparateServices.start(folder);
        Load load = Load.start(assent, SEED)) {
      // given
      Random random = new Random(SEED);
      List<String> reached = new ArrayList<>();

      // when
      for (Step step : Step.values()) {
        List<String> services = OF_FOLLOWERS.contains(step) ? SeparateServices.NAMES : DECIDERS;
        for (String service : services) {
          int times = once(service, step) ? 1 : 5 + random.nextInt(10);
          AppJvm mortal = assent.of(service);
          mortal.jvm().kill(); // if the last crash point has not done so
          mortal.startAgain(new CrashPoint.Place(service, step, times, CrashPoint.Effect.HALT));
        }
        for (String service : services) {
          AppJvm mortal = assent.of(service);
          reached.add(service + " " + step + " " + mortal.jvm().awaitEnd());
          if (services.stream().anyMatch(other -> assent.of(other).jvm().isAlive())) {
            // Without it the others would get no work, and never come to their own place.
            mortal.startAgain();
          }
        }
      }
      SeparateServices.NAMES.forEach(assent::restart);
      assent.awaitReady();
      load.awaitMoreAnswers();
      Verdict verdict = Verdict.of(assent, load);

      // then
      assertThat(reached)
          .as("ends at the wanted place")
          .hasSize(2 * Step.values().length + 2 * OF_FOLLOWERS.size())
          .allMatch(end -> end.endsWith(" " + CrashPoint.REACHED));
      verdict.assertAllIsWell();
    }
  }

  /**
   * A life recovers once, and those who follow may get little while the deciders end. The other
   * steps come with each batch: some go well before.
   */
  private static boolean once(String service, Step step) {
    return step == Step.RECOVERED || !DECIDERS.contains(service);
  }
}
