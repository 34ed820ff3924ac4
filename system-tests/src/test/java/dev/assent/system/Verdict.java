package dev.assent.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What came out after a fault.
 *
 * @param flaws of the log, the timers and the views
 * @param lies answers to clients that the log or the API does not bear out
 * @param answers how many there were
 */
record Verdict(List<String> flaws, List<String> lies, int answers) {

  /** Stops the clients, lets all that is due be done, and reads everything. */
  static Verdict of(RunningAssent assent, Load load) {
    Memory memory = load.stop();
    long stopped = System.nanoTime();
    LogCheck log = Quiet.await(assent);
    System.out.printf(
        "%d intents, %d answers: %d decisions won, %d lost, %d withdrawn; quiet after %d s%n",
        log.intents(),
        memory.answers(),
        memory.count(Told.Won.class),
        memory.count(Told.Lost.class),
        memory.count(Told.Canceled.class),
        Duration.ofNanos(System.nanoTime() - stopped).toSeconds());
    List<String> flaws = new ArrayList<>(log.flaws());
    flaws.addAll(assent.audit().flaws());
    return new Verdict(flaws, memory.lies(log, assent.agentAt("intake")), memory.answers());
  }

  void assertAllIsWell() {
    assertThat(answers).as("answers that were checked").isPositive();
    assertThat(flaws).as("flaws of the log").isEmpty();
    assertThat(lies).as("answers that are not true").isEmpty();
  }
}
