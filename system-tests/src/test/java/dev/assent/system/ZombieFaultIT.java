package dev.assent.system;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.eventlog.loop.Step;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  /**
   * One wakes in the middle of a transaction of the log. The other sleeps on rows of its view that
   * the next owner has to write, longer than any client is patient.
   */
  @Test
  void shouldChangeNothingWhenItWakesAndKeepNobodyWaitingBefore(@TempDir Path folder) {
    wake(Map.of("approval", Step.INPUTS_SENT, "intake", Step.VIEW_WRITTEN), folder);
  }

  /** Before it has written anything, and before it writes the view. */
  @EnabledIfSystemProperty(named = "assent.long", matches = "true")
  @ParameterizedTest
  @EnumSource(
      value = Step.class,
      names = {"DECIDED", "LOG_COMMITTED"})
  void shouldAppendNothingWhereverItWakes(Step step, @TempDir Path folder) {
    wake(Map.of("approval", step), folder);
  }

  private static void wake(Map<String, Step> places, Path folder) {
    System.out.printf("assent.seed=%d%n", SEED);
    List<Sleeper> sleepers = new ArrayList<>();
    try (SeparateServices assent = SeparateServices.start(folder)) {
      // given
      places.forEach((service, step) -> sleepers.add(Sleeper.start(assent, service, step)));
      try (Load load = Load.start(assent, SEED)) {
        sleepers.forEach(each -> Eventually.is(PATIENCE, each.process.jvm()::isPaused));

        // when
        sleepers.forEach(each -> each.awaitOwners(each.service));
        load.awaitMoreAnswers();
        sleepers.forEach(each -> each.process.jvm().resume());
        sleepers.forEach(each -> each.awaitOwners(each.service, each.name()));
        load.awaitMoreAnswers();
        Verdict verdict = Verdict.of(assent, load);

        // then
        verdict.assertAllIsWell();
        assertThat(sleepers)
            .filteredOn(each -> each.step != Step.LOG_COMMITTED)
            .allSatisfy(
                each ->
                    assertThat(each.process.log()).content().contains("begins anew after a fault"));
      } finally {
        sleepers.forEach(each -> each.process.jvm().kill());
      }
    }
  }

  /** A second process of this service, that falls asleep at this step. */
  private record Sleeper(String service, Step step, AppJvm process, Owners owners) {

    static Sleeper start(SeparateServices assent, String service, Step step) {
      AppJvm process = assent.another(service, nameOf(service), List.of());
      process.jvm().kill();
      process.startAgain(
          new CrashPoint.Place(service, step, BATCHES_BEFORE, CrashPoint.Effect.PAUSE));
      return new Sleeper(service, step, process, new Owners(assent.backends.kafka(), service));
    }

    private static String nameOf(String service) {
      return "sleeping-" + service;
    }

    String name() {
      return nameOf(service);
    }

    void awaitOwners(String... names) {
      Eventually.is(PATIENCE, () -> owners.now().equals(Set.of(names)));
    }
  }
}
