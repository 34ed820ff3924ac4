package dev.assent.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * What the first process of the services wrote down of the classes that it had loaded, for all that
 * start after it: these tests start some 150.
 */
final class ClassCache {

  private static final Path JAR =
      Installation.ROOT.resolve("standalone/target/quarkus-app/quarkus-run.jar");
  private static final Path FILE = Installation.ROOT.resolve("system-tests/target/classes.aot");
  private static final Path DRAFT = FILE.resolveSibling("classes.aot.draft");

  private static boolean taken;

  private ClassCache() {}

  /** Whether the process that asks is to write it; the first is told so, and no other. */
  static synchronized boolean claim() {
    if (taken || isFresh()) {
      return false;
    }
    taken = true;
    return true;
  }

  /** The options of the one that claimed it. */
  static List<String> record() {
    return List.of("-Xlog:aot*=off", "-XX:AOTCacheOutput=" + DRAFT);
  }

  /** The options of any other. */
  static List<String> use() {
    return isFresh() ? List.of("-Xlog:aot*=off", "-XX:AOTCache=" + FILE) : List.of();
  }

  private static boolean isFresh() {
    try {
      return Files.exists(FILE)
          && Files.getLastModifiedTime(FILE).compareTo(Files.getLastModifiedTime(JAR)) > 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets the one that claimed it write it. */
  static void write(Jvm recording) {
    try {
      Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
      new ProcessBuilder(jcmd.toString(), Long.toString(recording.pid()), "AOT.end_recording")
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
      Files.move(DRAFT, FILE, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
