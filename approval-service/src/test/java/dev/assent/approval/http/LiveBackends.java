package dev.assent.approval.http;

import dev.assent.access.FirstStart;
import dev.assent.access.InitialCredentials;
import dev.assent.testbackends.TestBackends;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;

/** A broker, a database, and a configuration folder as a first start makes it. */
public class LiveBackends implements QuarkusTestResourceLifecycleManager {

  private Path folder;
  private TestBackends backends;

  @Override
  public Map<String, String> start() {
    try {
      folder = Files.createTempDirectory("assent-approval");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Path config = folder.resolve("config");
    InitialCredentials made = FirstStart.prepare(config).orElseThrow();
    backends = TestBackends.start(folder.resolve("data"));
    return Map.of(
        "assent.config-dir", config.toString(),
        "assent.kafka.bootstrap-servers", backends.bootstrapServers(),
        "quarkus.datasource.jdbc.url", backends.postgres().jdbcUrl(),
        "quarkus.datasource.username", backends.postgres().user(),
        "quarkus.datasource.password", backends.postgres().password(),
        "probe.api-key", made.apiKeys().getFirst().token(),
        "probe.ada", made.password("ada").orElseThrow(),
        "probe.bo", made.password("bo").orElseThrow());
  }

  @Override
  public void stop() {
    backends.close();
    try (var files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
