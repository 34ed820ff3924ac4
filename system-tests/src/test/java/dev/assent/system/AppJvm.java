package dev.assent.system;

import dev.assent.testbackends.FreePorts;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A process of the one deployable, with the same name and port in each of its lives. */
final class AppJvm {

  /** For processes that start often and live briefly. */
  static final List<String> SMALL_AND_QUICK =
      List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1");

  private static final Path BUILT = Installation.ROOT.resolve("standalone/target/quarkus-app");

  static final Path JAR = BUILT.resolve("quarkus-run.jar");

  private final Path folder;
  private final BackendAddresses backends;
  private final String name;
  private final List<String> settings;
  private final int port = FreePorts.next();
  private boolean writesClasses = SharedClasses.SERVICES.claim();
  private Jvm jvm;

  /**
   * Starts one.
   *
   * @param name of its log, and what tells its loops from those of other processes
   * @param settings of the JVM, and keys besides those of every process
   */
  AppJvm(Path folder, BackendAddresses backends, String name, List<String> settings) {
    this.folder = folder;
    this.backends = backends;
    this.name = name;
    this.settings = List.copyOf(settings);
    this.jvm = launch(asBuilt());
  }

  void startAgain() {
    jvm = launch(asBuilt());
  }

  /** Starts a process that will not get past this place. */
  void startAgain(CrashPoint.Place place) {
    jvm = launch(with(place));
  }

  private static List<String> asBuilt() {
    return List.of("-jar", JAR.toString());
  }

  /** The same classes without the launcher of Quarkus, which lets nothing be added to them. */
  private static List<String> with(CrashPoint.Place place) {
    String classPath =
        String.join(
            File.pathSeparator,
            BUILT.resolve("quarkus/transformed-bytecode.jar").toString(),
            BUILT.resolve("quarkus/generated-bytecode.jar").toString(),
            BUILT.resolve("app") + "/*",
            BUILT.resolve("lib/boot") + "/*",
            BUILT.resolve("lib/main") + "/*",
            Installation.ROOT.resolve("system-tests/target/test-classes").toString());
    return List.of(place.asArgument(), "-cp", classPath, "io.quarkus.runner.GeneratedMain");
  }

  private Jvm launch(List<String> program) {
    List<String> arguments = new ArrayList<>(SharedClasses.SERVICES.options(writesClasses));
    arguments.addAll(
        List.of(
            "-Dassent.config-dir=" + config(folder),
            "-Dassent.instance-id=" + name,
            "-Dassent.kafka.bootstrap-servers=" + backends.kafka(),
            // More than one machine needs by default: a transaction then spans partitions.
            "-Dassent.topics.partitions=2",
            "-Dquarkus.datasource.jdbc.url=" + backends.jdbcUrl(),
            "-Dquarkus.datasource.username=" + backends.user(),
            "-Dquarkus.http.port=" + port));
    arguments.addAll(settings);
    arguments.addAll(program);
    return Jvm.start(log(), Map.of("QUARKUS_DATASOURCE_PASSWORD", backends.password()), arguments);
  }

  /** For a process with a notifier: it keeps its mails to itself. */
  static List<String> ownMails() {
    return List.of(
        "-Dassent.notifier.catcher.enabled=true",
        "-Dassent.notifier.catcher.port=" + FreePorts.next(),
        // A mail that a killed process was about to send waits this long, and some more.
        "-Dassent.notifier.email.timeout=PT2S");
  }

  static Path config(Path folder) {
    return folder.resolve("config");
  }

  Jvm jvm() {
    return jvm;
  }

  /** What all its lives said. */
  Path log() {
    return folder.resolve("logs/" + name + ".log");
  }

  URI url() {
    return URI.create("http://localhost:" + port);
  }

  /** It answers, and each of its services has recovered its view. */
  void awaitReady() {
    Api anybody = new Api(url(), "");
    Eventually.is(
        Duration.ofSeconds(90),
        () -> {
          jvm.requireAlive();
          return anybody.isReady();
        });
    if (writesClasses) {
      SharedClasses.SERVICES.write(jvm);
      writesClasses = false;
    }
  }
}
