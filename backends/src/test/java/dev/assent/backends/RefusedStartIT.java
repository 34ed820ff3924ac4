package dev.assent.backends;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** Whatever keeps the backends from running is told in one sentence, without a stack trace. */
@DisabledIfSystemProperty(
    named = "assent.backends",
    matches = "testcontainers",
    disabledReason = "it is about the embedded backends themselves")
class RefusedStartIT {
  @TempDir Path folder;

  @Test
  void shouldSayThatTheKafkaPortIsTaken() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      String port = String.valueOf(other.getLocalPort());
      assertRefused("Port " + port + ", wanted for Kafka, is taken", "--kafka-port", port);
    }
  }

  @Test
  void shouldSayThatThePostgresPortIsTaken() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      String port = String.valueOf(other.getLocalPort());
      assertRefused("Port " + port + ", wanted for PostgreSQL, is taken", "--postgres-port", port);
    }
  }

  @Test
  void shouldSayThatTheFolderIsInUse() throws Exception {
    try (Backends running = Backends.start(BackendsSettings.in(folder))) {
      assertRefused(
          "The data folder %s is in use by process %d"
              .formatted(running.folder(), ProcessHandle.current().pid()));
    }
  }

  @Test
  void shouldSayThatTheKafkaFolderIsDamaged() throws Exception {
    Files.createDirectories(folder.resolve("kafka"));
    Files.writeString(folder.resolve("kafka/meta.properties"), "version=\\u00zz");
    assertRefused("is damaged: meta.properties cannot be read");
  }

  @Test
  void shouldSayThatTheKafkaFolderIsIncomplete() throws Exception {
    Files.createDirectories(folder.resolve("kafka"));
    Files.writeString(folder.resolve("kafka/meta.properties"), "version=1\n");
    assertRefused("is damaged: meta.properties has no cluster.id");
  }

  @Test
  void shouldSayThatTheDatabaseIsOfAnotherVersion() throws Exception {
    Files.createDirectories(folder.resolve("postgres/data"));
    Files.writeString(folder.resolve("postgres/data/PG_VERSION"), "11\n");
    assertRefused("was written by version \"11\", and this is version 18");
  }

  @Test
  void shouldSayThatTheDatabaseIsDamaged() throws Exception {
    // given
    try (Backends once = Backends.start(BackendsSettings.in(folder))) {
      assertThat(once.postgres().port()).isPositive();
    }
    Files.write(folder.resolve("postgres/data/global/pg_control"), new byte[8192]);

    // when, then
    assertRefused("PostgreSQL cannot start in " + folder.resolve("postgres"));
  }

  @Test
  void shouldSayThatTheFolderCannotBeWritten() throws Exception {
    Path file = Files.createFile(folder.resolve("a-file"));
    try (ForkedBackends refused = ForkedBackends.start(file.resolve("below"))) {
      assertThat(refused.awaitExit()).isEqualTo(1);
      assertOneSentence(refused.errors(), "Cannot write to the data folder");
    }
  }

  private void assertRefused(String sentence, String... options) throws Exception {
    try (ForkedBackends refused = ForkedBackends.start(folder, options)) {
      assertThat(refused.awaitExit()).isEqualTo(1);
      assertOneSentence(refused.errors(), sentence);
    }
  }

  private static void assertOneSentence(String errors, String sentence) {
    assertThat(errors).contains(sentence).doesNotContain("\tat ", "Exception in thread");
    assertThat(errors.lines()).hasSize(1);
  }
}
