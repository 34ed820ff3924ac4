package dev.assent.cli.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One process, told apart from a later one that got the same number.
 *
 * @param startedAt when the system says that it started
 */
public record Mark(long pid, Instant startedAt) {
  /** Linux counts from its boot, and corrects the time of that by up to a second. */
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  /** The mark of a process that runs now. */
  public static Mark of(ProcessHandle process) {
    return new Mark(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
  }

  /** The process, if it still runs; a stranger with the same number is not it. */
  public Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(process -> !isDefunct(process.pid()))
        .filter(process -> startedThen(process.info().startInstant().orElse(Instant.EPOCH)));
  }

  public boolean isAlive() {
    return process().isPresent();
  }

  private boolean startedThen(Instant started) {
    return Duration.between(started, startedAt).abs().compareTo(TOLERANCE) <= 0;
  }

  /** A process that ended, and whose parent never asked how, still has a number. */
  private static boolean isDefunct(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      int name = stat.lastIndexOf(')');
      return stat.startsWith("Z", name + 2) || stat.startsWith("X", name + 2);
    } catch (IOException e) {
      return false; // no /proc here
    }
  }
}
