package dev.assent.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A JVM that a test started: it can be stopped, killed, and paused. What it says is kept. */
final class Jvm {

  private static final int SECONDS = 60;

  private final Process process;
  private final Path log;

  private Jvm(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** Starts; what an earlier one of this name said stays above what this one says. */
  static Jvm start(Path log, Map<String, String> environment, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(arguments);
    try {
      Files.createDirectories(log.toAbsolutePath().getParent());
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
      builder.environment().putAll(environment);
      return new Jvm(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  long pid() {
    return process.pid();
  }

  boolean isAlive() {
    return process.isAlive();
  }

  void requireAlive() {
    if (!process.isAlive()) {
      throw new AssertionError("it ended with " + process.exitValue() + "; see " + log);
    }
  }

  /** SIGKILL: no hook runs, no buffer is written. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  void stop() {
    process.destroy();
    awaitEnd();
  }

  /** Returns the exit code, once there is one. */
  int awaitEnd() {
    try {
      if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
        throw new AssertionError("it did not end within " + SECONDS + " s; see " + log);
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** Not one instruction of it runs until {@link #resume}; its connections stay open. */
  void pause() {
    signal("STOP");
  }

  void resume() {
    signal("CONT");
  }

  /** Whether it is paused, whoever did it. */
  boolean isPaused() {
    try {
      String stat = Files.readString(Path.of("/proc", Long.toString(pid()), "stat"));
      // The state stands behind the name, which is in parentheses.
      return stat.charAt(stat.lastIndexOf(')') + 2) == 'T';
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void signal(String name) {
    try {
      int code =
          new ProcessBuilder("kill", "-" + name, Long.toString(pid()))
              .inheritIO()
              .start()
              .waitFor();
      if (code != 0) {
        throw new AssertionError("kill -" + name + " ended with " + code);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException(e);
  }
}
