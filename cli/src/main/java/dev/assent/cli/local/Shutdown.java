package dev.assent.cli.local;

import dev.assent.cli.terminal.Progress;
import dev.assent.cli.terminal.Waits;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Stops what runs in a data folder: asks first, and kills what does not listen. */
public final class Shutdown {
  /** Long enough to finish a batch, close a log and write a checkpoint. */
  private static final Duration GRACE = Duration.ofSeconds(20);

  private Shutdown() {}

  /**
   * Stops both parts, the services first.
   *
   * @return whether anything ran
   */
  public static boolean stop(DataFolder folder, Progress progress) {
    if (!Files.isDirectory(folder.run())) {
      return false;
    }
    boolean[] any = new boolean[1];
    folder.exclusively(() -> any[0] = stop(folder, List.of(Part.BACKENDS, Part.ASSENT), progress));
    return any[0];
  }

  /**
   * Stops some parts, the last first, for whoever started them.
   *
   * @return whether any of them ran
   */
  public static boolean stop(DataFolder folder, List<Part> parts, Progress progress) {
    boolean any = false;
    for (Part part : parts.reversed()) {
      any |= stop(folder, part, progress);
    }
    return any;
  }

  private static boolean stop(DataFolder folder, Part part, Progress progress) {
    RunFiles files = folder.runFiles();
    Optional<Mark> mark =
        switch (part) {
          case BACKENDS -> files.backends().map(BackendsRun::mark);
          case ASSENT -> files.assent().map(AssentRun::mark);
        };
    boolean stopped = mark.isPresent() && stop(mark.get(), part, progress);
    files.remove(part);
    return part == Part.BACKENDS ? stopOrphan(folder, progress) || stopped : stopped;
  }

  private static boolean stop(Mark mark, Part part, Progress progress) {
    Optional<ProcessHandle> process = mark.process();
    if (process.isEmpty()) {
      return false;
    }
    progress.step("Stopping %s (process %d)".formatted(part.title(), mark.pid()));
    process.get().destroy();
    if (!ended(mark, GRACE)) {
      progress.step(
          "They did not stop within %s: killing process %d"
              .formatted(Waits.words(GRACE), mark.pid()));
      process.get().destroyForcibly();
      ended(mark, GRACE);
    }
    return true;
  }

  /** A database outlives its keeper when that is killed; nothing else would stop it then. */
  static boolean stopOrphan(DataFolder folder, Progress progress) {
    Optional<Mark> orphan = Postmaster.of(folder);
    orphan.ifPresent(
        mark -> {
          progress.step(
              "Stopping PostgreSQL, which was left alone (process %d)".formatted(mark.pid()));
          Postmaster.stop(mark);
          ended(mark, GRACE);
        });
    return orphan.isPresent();
  }

  private static boolean ended(Mark mark, Duration patience) {
    long giveUpAt = System.nanoTime() + patience.toNanos();
    while (mark.isAlive()) {
      if (System.nanoTime() - giveUpAt > 0) {
        return false;
      }
      Launch.pause();
    }
    return true;
  }
}
