package dev.assent.system;

import dev.assent.backends.BackendsFile;
import dev.assent.testbackends.FreePorts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Embedded ones, in a JVM of their own; the database is its child and outlives a kill. */
final class BackendsJvm extends RunningBackends {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Path folder;
  private final int kafkaPort = FreePorts.next();
  private final int postgresPort = FreePorts.next();
  private Jvm jvm;

  BackendsJvm(Path folder) {
    super(folder);
    this.folder = folder;
    this.jvm = launch();
  }

  @Override
  void startAgain() {
    jvm = launch();
  }

  private Jvm launch() {
    Path module = Installation.ROOT.resolve("backends/target");
    Jvm started =
        Jvm.start(
            folder.resolve("logs/backends.log"),
            Map.of(),
            List.of(
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-cp",
                module.resolve("classes") + ":" + module.resolve("lib") + "/*",
                "dev.assent.backends.BackendsMain",
                "--data",
                folder.toString(),
                "--kafka-port",
                Integer.toString(kafkaPort),
                "--postgres-port",
                Integer.toString(postgresPort)));
    Eventually.is(
        PATIENCE,
        () -> {
          started.requireAlive();
          return Files.exists(folder.resolve(BackendsFile.NAME)) && file().pid() == started.pid();
        });
    return started;
  }

  @Override
  void kill() {
    jvm.kill();
  }

  @Override
  void pauseBroker() {
    jvm.pause();
  }

  @Override
  void resumeBroker() {
    jvm.resume();
  }

  @Override
  void killDatabase() {
    long killed = file().postgresPid();
    if (!ProcessHandle.of(killed).orElseThrow().destroyForcibly()) {
      throw new AssertionError("the database " + killed + " could not be killed");
    }
    Eventually.is(PATIENCE, () -> file().postgresPid() != killed);
  }

  @Override
  public void close() {
    jvm.stop();
  }
}
