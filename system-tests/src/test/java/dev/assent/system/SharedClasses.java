package dev.assent.system;

import dev.assent.cli.local.ClassCache;
import dev.assent.cli.local.Mark;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What the first process of a kind wrote down of its classes, for all that start after it. */
enum SharedClasses {
  SERVICES(List.of(AppJvm.JAR)),
  BACKENDS(BackendsJvm.JARS);

  private final ClassCache cache;
  private boolean claimed;

  SharedClasses(List<Path> classPath) {
    cache =
        ClassCache.of(
            Installation.ROOT.resolve("system-tests/target"),
            name().toLowerCase(Locale.ROOT),
            Path.of(System.getProperty("java.home"), "bin", "java"),
            classPath);
  }

  /** Whether the process that asks is to write them down; the first is told so, and no other. */
  synchronized boolean claim() {
    if (claimed || !cache.isWanted()) {
      return false;
    }
    claimed = true;
    return true;
  }

  /** The options of a process. */
  List<String> options(boolean claimedThem) {
    return claimedThem ? cache.record() : cache.use();
  }

  /** Lets the one that claimed them write them down. */
  void write(Jvm recording) {
    try {
      cache.finish(Mark.of(ProcessHandle.of(recording.pid()).orElseThrow())).waitFor();
      cache.keep();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
