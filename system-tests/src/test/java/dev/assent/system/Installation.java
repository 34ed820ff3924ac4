package dev.assent.system;

import dev.assent.access.FirstStart;
import dev.assent.access.InitialCredentials;
import dev.assent.backends.BackendsFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Both JVMs of a standalone Assent in a folder of its own, each startable and killable alone. */
final class Installation implements AutoCloseable {

  static final Path ROOT = root();

  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  final Path folder;
  final int httpPort = freePort();
  final int kafkaPort = freePort();
  final int postgresPort = freePort();
  final int smtpPort = freePort();
  final InitialCredentials credentials;
  private Process backends;
  private Process app;

  private Installation(Path folder) {
    this.folder = folder;
    this.credentials = FirstStart.prepare(config()).orElseThrow();
    this.backends = startBackends();
    this.app = startApp();
  }

  /** A new installation with the demo's people and agent, ready to be used. */
  static Installation start(Path folder) {
    Installation installation = new Installation(folder);
    installation.awaitReady();
    return installation;
  }

  private Path config() {
    return folder.resolve("config");
  }

  private Process startBackends() {
    Path module = ROOT.resolve("backends/target");
    Process started =
        run(
            "backends",
            Map.of(),
            List.of(
                JAVA,
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
          requireAlive(started, "backends");
          return Files.exists(folder.resolve(BackendsFile.NAME))
              && backendsFile().pid() == started.pid();
        });
    return started;
  }

  private Process startApp() {
    return run(
        "assent",
        Map.of("QUARKUS_DATASOURCE_PASSWORD", password()),
        List.of(
            JAVA,
            "-Xmx512m",
            "-Dassent.config-dir=" + config(),
            "-Dassent.instance-id=standalone",
            "-Dassent.kafka.bootstrap-servers=localhost:" + kafkaPort,
            // More than one machine needs by default: a transaction then spans partitions.
            "-Dassent.topics.partitions=2",
            "-Dassent.notifier.catcher.enabled=true",
            "-Dassent.notifier.catcher.port=" + smtpPort,
            "-Dquarkus.mailer.port=" + smtpPort,
            "-Dquarkus.datasource.jdbc.url=" + backendsFile().postgresJdbcUrl(),
            "-Dquarkus.datasource.username=" + backendsFile().postgresUser(),
            "-Dquarkus.http.port=" + httpPort,
            "-jar",
            ROOT.resolve("standalone/target/quarkus-app/quarkus-run.jar").toString()));
  }

  private Process run(String name, Map<String, String> environment, List<String> command) {
    try {
      Path log = Files.createDirectories(folder.resolve("logs")).resolve(name + ".log");
      ProcessBuilder builder =
          new ProcessBuilder(new ArrayList<>(command))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(environment);
      return builder.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The services answer, and each has recovered its view. */
  void awaitReady() {
    Api anybody = new Api(url(), "");
    Eventually.is(
        Duration.ofSeconds(90),
        () -> {
          requireAlive(app, "assent");
          return anybody.isReady();
        });
  }

  private void requireAlive(Process process, String name) {
    if (!process.isAlive()) {
      throw new AssertionError(name + " ended; see " + folder.resolve("logs/" + name + ".log"));
    }
  }

  /** What the services said. */
  Path appLog() {
    return folder.resolve("logs/assent.log");
  }

  void killApp() {
    kill(app);
  }

  void killEverything() {
    kill(app);
    kill(backends);
  }

  void stopApp() {
    app.destroy();
    awaitEnd(app);
  }

  void startAppAgain() {
    app = startApp();
    awaitReady();
  }

  void startEverythingAgain() {
    backends = startBackends();
    startAppAgain();
  }

  private static void kill(Process process) {
    process.destroyForcibly();
    awaitEnd(process);
  }

  private static void awaitEnd(Process process) {
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        throw new AssertionError("the process did not end within 60 s");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  URI url() {
    return URI.create("http://localhost:" + httpPort);
  }

  String kafka() {
    return "localhost:" + kafkaPort;
  }

  /** The API as the demo's agent. */
  Api agent() {
    return new Api(url(), credentials.apiKeys().getFirst().token());
  }

  /** The API as a person of the demo. */
  Api person(String id) {
    return new Api(url(), "").signedIn(id, credentials.password(id).orElseThrow());
  }

  Connection database() throws SQLException {
    BackendsFile file = backendsFile();
    return DriverManager.getConnection(file.postgresJdbcUrl(), file.postgresUser(), password());
  }

  private String password() {
    try {
      return Files.readString(Path.of(backendsFile().postgresPasswordFile())).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BackendsFile backendsFile() {
    try {
      return BackendsFile.read(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    stopApp();
    backends.destroy();
    awaitEnd(backends);
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path root() {
    Path folder = Path.of("").toAbsolutePath();
    while (!Files.exists(folder.resolve("event-contract"))) {
      folder = folder.getParent();
      if (folder == null) {
        throw new IllegalStateException("expected to run inside the project");
      }
    }
    return folder;
  }
}
