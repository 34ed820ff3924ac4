package dev.assent.cli;

import dev.assent.cli.terminal.Terminal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a command finds around it.
 *
 * @param environment the variables of the process
 * @param home the folder of the project that this was built in
 * @param folder the one that the command was called in
 */
public record Context(Terminal terminal, Map<String, String> environment, Path home, Path folder) {

  /** The surroundings of this process. */
  public static Context ofProcess(Terminal terminal) {
    Path folder = Path.of("").toAbsolutePath();
    String home = System.getProperty("assent.home");
    return new Context(
        terminal, System.getenv(), home == null ? folder : Path.of(home).toAbsolutePath(), folder);
  }

  /** A variable that is there and not blank. */
  public Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  /** Whether stack traces are wanted. */
  public boolean isTracing() {
    return isTracing(environment);
  }

  static boolean isTracing(Map<String, String> environment) {
    @Nullable String trace = environment.get("ASSENT_TRACE");
    return trace != null && !trace.isBlank() && !trace.equals("0");
  }
}
