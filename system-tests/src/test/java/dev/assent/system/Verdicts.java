package dev.assent.system;

import static org.assertj.core.api.Assertions.assertThat;

/** What must hold after every fault. */
final class Verdicts {

  private Verdicts() {}

  static void assertAllIsWell(SeparateServices assent, LogCheck log, Memory memory) {
    System.out.printf(
        "%d intents, %d answers: %d decisions won, %d lost, %d withdrawn%n",
        log.intents(),
        memory.answers(),
        memory.count(Told.Won.class),
        memory.count(Told.Lost.class),
        memory.count(Told.Canceled.class));
    assertThat(log.flaws()).as("flaws of the log").isEmpty();
    assertThat(memory.lies(log, assent.agentAt("intake")))
        .as("answers that are not true")
        .isEmpty();
  }
}
