package dev.assent.edge;

import dev.assent.access.FirstStart;
import dev.assent.access.InitialCredentials;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A configuration folder as a first start makes it. */
public class DemoFolder implements QuarkusTestResourceLifecycleManager {

  private Path folder;

  @Override
  public Map<String, String> start() {
    try {
      folder = Files.createTempDirectory("assent-edge");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    InitialCredentials made = FirstStart.prepare(folder).orElseThrow();
    return Map.of(
        "assent.config-dir", folder.toString(),
        "probe.api-key", made.apiKeys().getFirst().token(),
        "probe.password", made.password("ada").orElseThrow());
  }

  @Override
  public void stop() {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
      Files.delete(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
