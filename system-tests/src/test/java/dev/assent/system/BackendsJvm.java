package dev.assent.system;

import dev.assent.backends.BackendsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Broker and database of a folder, in a JVM of their own, always on the same ports. */
final class BackendsJvm implements AutoCloseable {

  private final Path folder;
  private final int kafkaPort = FreePorts.next();
  private final int postgresPort = FreePorts.next();
  private Jvm jvm;

  private BackendsJvm(Path folder) {
    this.folder = folder;
    this.jvm = launch();
  }

  static BackendsJvm start(Path folder) {
    return new BackendsJvm(folder);
  }

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
        Duration.ofSeconds(90),
        () -> {
          started.requireAlive();
          return Files.exists(folder.resolve(BackendsFile.NAME)) && file().pid() == started.pid();
        });
    return started;
  }

  /** The JVM, and with it the broker; the database is its child and lives on as an orphan. */
  Jvm jvm() {
    return jvm;
  }

  /** How to reach what runs at present. */
  BackendsFile file() {
    try {
      return BackendsFile.read(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String kafka() {
    return "localhost:" + kafkaPort;
  }

  int postgresPort() {
    return postgresPort;
  }

  String password() {
    try {
      return Files.readString(Path.of(file().postgresPasswordFile())).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same in each of its lives. */
  BackendAddresses addresses() {
    BackendsFile file = file();
    return new BackendAddresses(kafka(), file.postgresJdbcUrl(), file.postgresUser(), password());
  }

  Connection database() throws SQLException {
    return DriverManager.getConnection(file().postgresJdbcUrl(), file().postgresUser(), password());
  }

  @Override
  public void close() {
    jvm.stop();
  }
}
