package dev.assent.system;

import dev.assent.cli.local.ClassCache;
import dev.assent.cli.local.Mark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What the first process of the services wrote down of its classes, for all that start after it.
 */
final class SharedClasses {

  private static final ClassCache CACHE =
      ClassCache.of(
          Installation.ROOT.resolve("system-tests/target"),
          "services",
          Path.of(System.getProperty("java.home"), "bin", "java"),
          List.of(AppJvm.JAR));

  private static boolean claimed;

  private SharedClasses() {}

  /** Whether the process that asks is to write them down; the first is told so, and no other. */
  static synchronized boolean claim() {
    if (claimed || !CACHE.isWanted()) {
      return false;
    }
    claimed = true;
    return true;
  }

  /** The options of a process. */
  static List<String> options(boolean claimedThem) {
    return claimedThem ? CACHE.record() : CACHE.use();
  }

  /** Lets the one that claimed them write them down. */
  static void write(Jvm recording) {
    try {
      CACHE.finish(Mark.of(ProcessHandle.of(recording.pid()).orElseThrow())).waitFor();
      CACHE.keep();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
