package dev.assent.cli.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.backends.BackendsFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsTest {
  @TempDir Path folder;

  @Test
  void shouldTellTheServicesWhereEverythingIs() {
    // given
    DataFolder data = new DataFolder(folder);

    // when
    Map<String, String> settings = Settings.of(data, Ports.USUAL, backends());

    // then
    assertThat(settings)
        .containsEntry("quarkus.http.host", "127.0.0.1")
        .containsEntry("quarkus.http.port", "8300")
        .containsEntry("quarkus.datasource.jdbc.url", "jdbc:postgresql://127.0.0.1:25432/assent")
        .containsEntry("assent.kafka.bootstrap-servers", "127.0.0.1:29092")
        .containsEntry("assent.config-dir", folder.resolve("config").toString())
        .containsEntry("assent.public-url", "http://localhost:8300")
        .containsEntry("assent.notifier.catcher.enabled", "true")
        .containsEntry("assent.notifier.catcher.port", "8325");
  }

  @Test
  void shouldNotPutThePasswordWhereEveryUserCanReadIt() throws IOException {
    // given
    Files.writeString(folder.resolve("password"), "geheim\n");

    // when
    Map<String, String> settings = Settings.of(new DataFolder(folder), Ports.USUAL, backends());
    Map<String, String> secrets = Settings.secrets(backends());

    // then
    assertThat(settings.values()).doesNotContain("geheim");
    assertThat(secrets).containsExactly(Map.entry("QUARKUS_DATASOURCE_PASSWORD", "geheim"));
  }

  @Test
  void shouldLeaveMailToTheServerThatSomebodyNamed() throws IOException {
    // given
    Path config = Files.createDirectories(folder.resolve("config"));
    Files.writeString(
        config.resolve("application.properties"), "assent.notifier.email.host=smtp.example.test\n");

    // when
    Map<String, String> settings = Settings.of(new DataFolder(folder), Ports.USUAL, backends());

    // then
    assertThat(settings)
        .doesNotContainKeys("assent.notifier.catcher.port", "assent.notifier.catcher.enabled");
  }

  @Test
  void shouldLeaveToTheOwnFileWhatItSays() throws IOException {
    // given
    Path config = Files.createDirectories(folder.resolve("config"));
    Files.writeString(
        config.resolve("application.properties"),
        "assent.public-url=https://assent.example.test\nassent.topics.partitions=7\n");

    // when
    Map<String, String> settings = Settings.of(new DataFolder(folder), Ports.USUAL, backends());

    // then
    assertThat(settings)
        .doesNotContainKey("assent.public-url")
        .containsEntry("assent.topics.partitions", "1")
        .containsEntry("assent.notifier.console", "true");
  }

  private BackendsFile backends() {
    return new BackendsFile(
        1,
        29092,
        "127.0.0.1:29092",
        25432,
        2,
        "jdbc:postgresql://127.0.0.1:25432/assent",
        "assent",
        folder.resolve("password").toString());
  }
}
