package dev.assent.system;

import static java.util.stream.Collectors.joining;

import dev.assent.backends.BackendsFile;
import dev.assent.testbackends.FreePorts;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Embedded ones, in a JVM of their own; the database is its child and outlives a kill. */
final class BackendsJvm extends RunningBackends {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /** As built: only what comes from jars can be written down. */
  static final List<Path> JARS = jars();

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

  private static List<Path> jars() {
    Path built = Installation.ROOT.resolve("backends/target");
    try (Stream<Path> own = Files.list(built);
        Stream<Path> libraries = Files.list(built.resolve("lib"))) {
      return Stream.concat(own.filter(BackendsJvm::isJar).sorted(), libraries.sorted()).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isJar(Path file) {
    return file.toString().endsWith(".jar");
  }

  private Jvm launch() {
    boolean writesClasses = SharedClasses.BACKENDS.claim();
    List<String> arguments = new ArrayList<>(SharedClasses.BACKENDS.options(writesClasses));
    arguments.addAll(
        List.of(
            "-Xmx512m",
            "-XX:+UseSerialGC",
            // What lives for a minute is not worth what the second compiler costs.
            "-XX:TieredStopAtLevel=1",
            "-cp",
            JARS.stream().map(Path::toString).collect(joining(File.pathSeparator)),
            "dev.assent.backends.BackendsMain",
            "--data",
            folder.toString(),
            "--kafka-port",
            Integer.toString(kafkaPort),
            "--postgres-port",
            Integer.toString(postgresPort)));
    Jvm started = Jvm.start(folder.resolve("logs/backends.log"), Map.of(), arguments);
    Eventually.is(
        PATIENCE,
        () -> {
          started.requireAlive();
          return Files.exists(folder.resolve(BackendsFile.NAME)) && file().pid() == started.pid();
        });
    if (writesClasses) {
      SharedClasses.BACKENDS.write(started);
    }
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
