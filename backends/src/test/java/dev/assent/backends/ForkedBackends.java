package dev.assent.backends;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@link BackendsMain} in a JVM of its own, so that it can be killed. */
record ForkedBackends(Process process, Path folder, Path out, Path err) implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  static ForkedBackends start(Path folder, String... more) throws IOException {
    Path out = Files.createTempFile("backends", ".out");
    Path err = Files.createTempFile("backends", ".err");
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                BackendsMain.class.getName(),
                "--data",
                folder.toString()));
    command.addAll(List.of(more));
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    return new ForkedBackends(process, folder, out, err);
  }

  /** What the file says once this very process has written it. */
  BackendsFile awaitReady() throws IOException {
    long giveUpAt = System.nanoTime() + PATIENCE.toNanos();
    while (process.isAlive() && System.nanoTime() < giveUpAt) {
      if (Files.exists(folder.resolve(BackendsFile.NAME))) {
        BackendsFile file = BackendsFile.read(folder);
        if (file.pid() == process.pid()) {
          return file;
        }
      }
      Waiting.aMoment();
    }
    throw new AssertionError("not ready: " + output() + errors());
  }

  int awaitExit() {
    return process.onExit().orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join().exitValue();
  }

  String output() throws IOException {
    return Files.readString(out);
  }

  String errors() throws IOException {
    return Files.readString(err);
  }

  void kill9() {
    process.destroyForcibly();
    awaitExit();
  }

  @Override
  public void close() throws IOException {
    process.destroy();
    awaitExit();
    Files.delete(out);
    Files.delete(err);
  }
}
