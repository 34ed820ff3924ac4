package dev.assent.cli.local;

import dev.assent.cli.CliException;
import dev.assent.cli.Failures;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Starts processes that outlive this one. */
final class Commands {
  private static final long LONG_LOG = 10L * 1024 * 1024;

  /** Of the caller's variables these are for the command line alone; some hold secrets. */
  private static final Set<String> OWN =
      Set.of(
          "ASSENT_API_KEY",
          "ASSENT_APP_OPTS",
          "ASSENT_AS",
          "ASSENT_BACKENDS_OPTS",
          "ASSENT_DATA",
          "ASSENT_DATABASE_PASSWORD",
          "ASSENT_JVM_DIRS",
          "ASSENT_PASSWORD",
          "ASSENT_TRACE",
          "ASSENT_URL");

  private Commands() {}

  @SafeVarargs
  static List<String> join(List<String>... parts) {
    List<String> all = new ArrayList<>();
    for (List<String> part : parts) {
      all.addAll(part);
    }
    return all;
  }

  /**
   * Starts a command in a session of its own, where Ctrl-C and the end of the terminal do not reach
   * it.
   *
   * @param log what it says is appended here
   */
  static Process start(List<String> command, Path folder, Map<String, String> variables, Path log) {
    try {
      putAside(log);
      ProcessBuilder builder = new ProcessBuilder(join(detached(), command));
      builder.directory(folder.toFile());
      builder.redirectInput(new File("/dev/null"));
      builder.redirectErrorStream(true);
      builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().keySet().removeAll(OWN);
      builder.environment().putAll(variables);
      return builder.start();
    } catch (IOException e) {
      throw CliException.failed(
          "Cannot start %s. %s".formatted(command.getFirst(), Failures.reason(e)), e);
    }
  }

  /**
   * Starts a command that ends with this one, and answers on its standard output.
   *
   * @param loud whether what it says besides is for whoever called
   */
  static Process converse(List<String> command, boolean loud) {
    try {
      ProcessBuilder builder = new ProcessBuilder(command);
      builder.redirectError(
          loud ? ProcessBuilder.Redirect.INHERIT : ProcessBuilder.Redirect.DISCARD);
      builder.environment().keySet().removeAll(OWN);
      return builder.start();
    } catch (IOException e) {
      throw CliException.failed(
          "Cannot start %s. %s".formatted(command.getFirst(), Failures.reason(e)), e);
    }
  }

  /** Both replace themselves by the command, which so keeps the number that was given out. */
  private static List<String> detached() {
    for (String program : List.of("setsid", "nohup")) {
      for (String folder : List.of("/usr/bin", "/bin")) {
        Path file = Path.of(folder, program);
        if (Files.isExecutable(file)) {
          return List.of(file.toString());
        }
      }
    }
    return List.of();
  }

  private static void putAside(Path log) throws IOException {
    if (Files.exists(log) && Files.size(log) > LONG_LOG) {
      Files.move(
          log, log.resolveSibling(log.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
