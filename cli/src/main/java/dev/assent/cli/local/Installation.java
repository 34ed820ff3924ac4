package dev.assent.cli.local;

import dev.assent.cli.CliException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The programs: where they lie and how they are called.
 *
 * @param home the folder of the project
 * @param java the program that runs this, and runs the two others
 * @param environment the caller's variables
 */
public record Installation(Path home, Path java, Map<String, String> environment) {
  private static final List<String> BOTH =
      List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

  /** Small, and gone at once rather than half dead when it is too small after all. */
  private static final List<String> USUAL =
      List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError");

  public static Installation of(Path home, Map<String, String> environment) {
    return new Installation(
        home, Path.of(System.getProperty("java.home"), "bin", "java"), environment);
  }

  Path app() {
    return home.resolve("standalone/target/quarkus-app/quarkus-run.jar");
  }

  /**
   * Checks that there is something to start.
   *
   * @throws CliException with what to do
   */
  void require() {
    if (!Files.isExecutable(java)) {
      throw CliException.failed(
          "There is no java in %s any more. Set JAVA_HOME to a JDK 25 or newer and repeat."
              .formatted(java.getParent()));
    }
    if (!Files.isRegularFile(app())) {
      throw CliException.failed(
          "Assent is not built: there is no %s. Build it with: ./assent build".formatted(app()));
    }
  }

  /** What the JVM of this part may write down for the next. */
  ClassCache classCache(Part part) {
    Stream<Path> classPath =
        switch (part) {
          case BACKENDS ->
              Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                  .map(Path::of);
          case ASSENT -> Stream.of(app());
        };
    return ClassCache.of(home.resolve(".assent/classes"), part.word(), java, classPath.toList());
  }

  /**
   * The command that starts the backends: from the class path of this process.
   *
   * @param quicker options by which a JVM starts in less time
   */
  List<String> backends(List<String> quicker, Path folder, Ports ports) {
    return Commands.join(
        List.of(java.toString()),
        BOTH,
        quicker,
        options("ASSENT_BACKENDS_OPTS"),
        List.of("-cp", System.getProperty("java.class.path")),
        List.of("dev.assent.backends.BackendsMain", "--data", folder.toString()),
        List.of("--kafka-port", Integer.toString(ports.kafka())),
        List.of("--postgres-port", Integer.toString(ports.postgres())));
  }

  /**
   * The command that starts the services, with these settings.
   *
   * @param quicker options by which a JVM starts in less time
   */
  List<String> assent(List<String> quicker, Map<String, String> settings) {
    return Commands.join(
        List.of(java.toString()),
        BOTH,
        quicker,
        settings.entrySet().stream().map(e -> "-D" + e.getKey() + "=" + e.getValue()).toList(),
        // after the settings, so that whoever sets the options has the last word on those too
        options("ASSENT_APP_OPTS"),
        List.of("-jar", app().toString()));
  }

  /** The command that starts the auditor: from the jars of the services, whose views it writes. */
  List<String> auditor() {
    Path jars = app().resolveSibling("lib");
    return Commands.join(
        List.of(java.toString()),
        BOTH,
        USUAL,
        List.of("-Djava.util.logging.manager=org.jboss.logmanager.LogManager"),
        List.of("-cp", jars.resolve("main") + "/*:" + jars.resolve("boot") + "/*"),
        List.of("dev.assent.auditor.main.Main"));
  }

  private List<String> options(String variable) {
    return Optional.ofNullable(environment.get(variable))
        .filter(value -> !value.isBlank())
        .map(value -> Arrays.asList(value.strip().split("\\s+", -1)))
        .orElse(USUAL);
  }
}
