package dev.assent.backends;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

@DisabledIfSystemProperty(
    named = "assent.backends",
    matches = "testcontainers",
    disabledReason = "it is about the embedded backends themselves")
class BackendsIT {
  @TempDir Path folder;

  @Test
  void shouldKeepDataOverARestart() throws Exception {
    // given
    try (Backends first = Backends.start(BackendsSettings.in(folder))) {
      BackendsFile file = BackendsFile.read(first.folder());
      Clients.makeTopicAndTable(file);
      Clients.write(file, List.of("a", "b"));
    }

    // when
    try (Backends second = Backends.start(BackendsSettings.in(folder))) {
      // then
      BackendsFile file = BackendsFile.read(second.folder());
      assertThat(Clients.consume(file)).containsExactly("a", "b");
      assertThat(Clients.select(file)).containsExactly("a", "b");
    }
    assertThat(folder.resolve(BackendsFile.NAME)).doesNotExist();
  }

  @Test
  void shouldBeDurableAndClosedToStrangers() throws Exception {
    // when
    try (Backends backends = Backends.start(BackendsSettings.in(folder))) {
      // then
      BackendsFile file = BackendsFile.read(backends.folder());
      assertThat(Clients.show(file, "fsync")).isEqualTo("on");
      assertThat(Clients.show(file, "synchronous_commit")).isEqualTo("on");
      assertThat(Clients.show(file, "listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(brokerSetting(file, "log.flush.interval.messages")).isEqualTo("1");
      assertThat(brokerSetting(file, "auto.create.topics.enable")).isEqualTo("false");
      assertThat(Files.getPosixFilePermissions(Path.of(file.postgresPasswordFile())))
          .isEqualTo(PosixFilePermissions.fromString("rw-------"));
      assertThatThrownBy(
              () -> DriverManager.getConnection(file.postgresJdbcUrl(), "assent", "guessed"))
          .hasMessageContaining("password authentication failed");
    }
  }

  @Test
  void shouldStartAKilledDatabaseAgainOnItsPort() throws Exception {
    try (Backends backends = Backends.start(BackendsSettings.in(folder))) {
      // given
      BackendsFile before = BackendsFile.read(folder);
      Clients.makeTopicAndTable(before);
      Clients.write(before, List.of("kept"));

      // when
      ProcessHandle.of(before.postgresPid()).orElseThrow().destroyForcibly();
      Waiting.until(
          "a new database process",
          () -> BackendsFile.read(folder).postgresPid() != before.postgresPid());

      // then
      BackendsFile after = BackendsFile.read(folder);
      assertThat(after.postgresPort()).isEqualTo(before.postgresPort());
      assertThat(backends.postgres().pid()).isEqualTo(after.postgresPid());
      assertThat(Clients.select(after)).containsExactly("kept");
    }
  }

  private static String brokerSetting(BackendsFile file, String name) throws Exception {
    ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, "1");
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", file.kafkaBootstrapServers()))) {
      return admin.describeConfigs(List.of(broker)).all().get().get(broker).get(name).value();
    }
  }
}
