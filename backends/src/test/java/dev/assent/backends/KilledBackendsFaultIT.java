package dev.assent.backends;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

@DisabledIfSystemProperty(
    named = "assent.backends",
    matches = "testcontainers",
    disabledReason = "it is about the embedded backends themselves")
class KilledBackendsFaultIT {
  @TempDir Path folder;

  @Test
  void shouldKeepWhatWasAcknowledgedBeforeAKillAndPutTheOrphanToRest() throws Exception {
    // given
    List<String> facts = IntStream.range(100, 150).mapToObj(String::valueOf).toList();
    BackendsFile before;
    try (ForkedBackends killed = ForkedBackends.start(folder)) {
      before = killed.awaitReady();
      Clients.makeTopicAndTable(before);
      Clients.write(before, facts);
      killed.kill9();
    }
    assertThat(runsPostgres(before.postgresPid())).as("an orphan is left").isTrue();

    // when
    String otherPort = String.valueOf(Ports.free());
    try (ForkedBackends next = ForkedBackends.start(folder, "--postgres-port", otherPort)) {
      BackendsFile after = next.awaitReady();

      // then
      assertThat(next.output()).contains("stopped the orphan of a killed run");
      assertThat(after.postgresPort()).hasToString(otherPort);
      assertThat(runsPostgres(before.postgresPid())).isFalse();
      assertThat(Clients.consume(after)).containsExactlyElementsOf(facts);
      assertThat(Clients.select(after)).containsExactlyElementsOf(facts);
    }
  }

  @Test
  void shouldComeBackAfterBothWereKilled() throws Exception {
    // given
    BackendsFile before;
    try (ForkedBackends killed = ForkedBackends.start(folder)) {
      before = killed.awaitReady();
      Clients.makeTopicAndTable(before);
      Clients.write(before, List.of("kept"));
      killed.kill9();
      ProcessHandle.of(before.postgresPid()).ifPresent(ProcessHandle::destroyForcibly);
    }

    // when
    try (ForkedBackends next = ForkedBackends.start(folder)) {
      BackendsFile after = next.awaitReady();

      // then
      assertThat(Clients.consume(after)).containsExactly("kept");
      assertThat(Clients.select(after)).containsExactly("kept");
    }
  }

  @Test
  void shouldStopBothServersOnSigterm() throws Exception {
    try (ForkedBackends running = ForkedBackends.start(folder)) {
      // given
      BackendsFile file = running.awaitReady();

      // when
      running.process().destroy();
      running.awaitExit();

      // then
      assertThat(running.output()).contains("Backends: stopping", "Backends: stopped");
      assertThat(runsPostgres(file.postgresPid())).isFalse();
      assertThat(folder.resolve(BackendsFile.NAME)).doesNotExist();
      assertThat(folder.resolve("kafka/.kafka_cleanshutdown")).exists();
      assertThat(folder.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }
  }

  /** False for a dead process that its parent has not buried yet, too. */
  private static boolean runsPostgres(long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().command())
        .filter(command -> command.endsWith("postgres"))
        .isPresent();
  }
}
