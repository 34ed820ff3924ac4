package dev.assent.cli.local;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds, in what a process said before it ended, why it ended. */
final class LastWords {
  private static final int KEPT = 400;
  private static final Pattern EXCEPTION =
      Pattern.compile(
          "^(?:Caused by: |Exception in thread \"[^\"]*\" )?(?:[a-z][\\w$]*\\.)+[A-Z][\\w$]*: ");
  private static final Pattern LOGGED =
      Pattern.compile(
          "^(?:\\d{4}-\\d\\d-\\d\\d[T ])?\\d\\d:\\S+ +(?:ERROR|SEVERE|FATAL) +"
              + "(?:\\w+\\.[\\w.$]+:? )?(?:\\[[^]]*] )?(?:\\([^)]*\\) )?");

  /** How the backends say goodbye, and a JVM that was to write a {@link ClassCache}. */
  private static final Pattern FAREWELL =
      Pattern.compile(
          "^(?:Backends: |Temporary AOTConfiguration |Launching child process |Picked up JAVA_TOOL_OPTIONS: "
              + "|Reading AOTConfiguration |AOTCache creation |Removed temporary AOT )");

  private final Deque<String> lines = new ArrayDeque<>();

  void hear(String line) {
    lines.addLast(line);
    if (lines.size() > KEPT) {
      lines.removeFirst();
    }
  }

  /**
   * What our own code said was the cause, if there was a stack trace; else the innermost cause,
   * else the last error that was logged, else the last line.
   */
  String reason() {
    String own = null;
    String cause = null;
    String logged = null;
    String last = "it said nothing";
    for (String line : lines) {
      if (line.isBlank() || line.startsWith("\t") || FAREWELL.matcher(line).lookingAt()) {
        continue;
      }
      if (LOGGED.matcher(line).lookingAt()) {
        own = null;
        cause = null;
        logged = line;
      } else if (line.startsWith("Caused by: ")) {
        own = line.startsWith("Caused by: dev.assent.") ? line : own;
        cause = line;
      }
      last = line;
    }
    return sentence(first(own, cause, logged, last));
  }

  private static String first(@Nullable String... candidates) {
    for (String candidate : candidates) {
      if (candidate != null) {
        return candidate;
      }
    }
    throw new IllegalArgumentException("the last is always there");
  }

  private static String sentence(String line) {
    String text = LOGGED.matcher(line.strip()).replaceFirst("");
    text = text.replaceFirst("^(?:Failed to start application|Error running Quarkus): ", "");
    text = EXCEPTION.matcher(text).replaceFirst("");
    return text.endsWith(".") ? text : text + ".";
  }
}
