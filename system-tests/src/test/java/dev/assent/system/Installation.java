package dev.assent.system;

import dev.assent.access.FirstStart;
import dev.assent.access.InitialCredentials;
import dev.assent.testbackends.FreePorts;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Both JVMs of a standalone Assent in a folder of its own, each startable and killable alone. */
final class Installation implements AutoCloseable {

  static final Path ROOT = root();

  final Path folder;
  final InitialCredentials credentials;
  private final int smtpPort = FreePorts.next();
  private final RunningBackends backends;
  private final AppJvm app;

  private Installation(Path folder, List<String> settings) {
    this.folder = folder;
    this.credentials = FirstStart.prepare(AppJvm.config(folder)).orElseThrow();
    this.backends = RunningBackends.start(folder);
    List<String> all =
        new ArrayList<>(
            List.of(
                "-Xmx512m",
                "-Dassent.notifier.catcher.enabled=true",
                "-Dassent.notifier.catcher.port=" + smtpPort));
    all.addAll(settings);
    this.app = new AppJvm(folder, backends.addresses(), "assent", all);
  }

  /**
   * A new installation with the demo's people and agent, ready to be used.
   *
   * @param settings of the services' JVM, that go before the usual ones
   */
  static Installation start(Path folder, String... settings) {
    Installation installation = new Installation(folder, List.of(settings));
    installation.app.awaitReady();
    return installation;
  }

  /** What the services said. */
  Path appLog() {
    return app.log();
  }

  void killEverything() {
    app.jvm().kill();
    backends.kill();
  }

  void stopApp() {
    app.jvm().stop();
  }

  void startAppAgain() {
    app.startAgain();
    app.awaitReady();
  }

  void startEverythingAgain() {
    backends.startAgain();
    startAppAgain();
  }

  URI url() {
    return app.url();
  }

  String kafka() {
    return backends.kafka();
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
    return backends.database();
  }

  @Override
  public void close() {
    stopApp();
    backends.close();
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
