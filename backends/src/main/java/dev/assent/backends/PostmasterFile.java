package dev.assent.backends;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a running PostgreSQL says about itself in {@code postmaster.pid}.
 *
 * <p>The file outlives a power cut and a container, and its process number may by then belong to
 * anybody: {@link #process} tells only of a process that is a PostgreSQL and was born when the file
 * says so.
 */
record PostmasterFile(long pid, Instant started, boolean ready) {
  private static final Duration CLOCK_SLACK = Duration.ofSeconds(10);
  private static final int START_TIME = 2;
  private static final int STATUS = 7;

  static Optional<PostmasterFile> read(Path data) {
    try {
      List<String> lines = Files.readAllLines(path(data));
      if (lines.size() <= START_TIME) {
        return Optional.empty();
      }
      return Optional.of(
          new PostmasterFile(
              Long.parseLong(lines.getFirst().strip()),
              Instant.ofEpochSecond(Long.parseLong(lines.get(START_TIME).strip())),
              lines.size() > STATUS && lines.get(STATUS).strip().equals("ready")));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  static Path path(Path data) {
    return data.resolve("postmaster.pid");
  }

  /** The living server that wrote this file, if there is one. */
  Optional<ProcessHandle> process() {
    return alive().filter(this::isTheWriter);
  }

  /**
   * Whether PostgreSQL would take somebody else for the server that wrote this file, and refuse to
   * start: the number was given to another program, or its owner is a dead process that nobody
   * buried (the first process of many a container never does).
   */
  boolean misleads() {
    return alive().isPresent() && process().isEmpty();
  }

  /**
   * Puts the number of this JVM into the file. PostgreSQL takes its own parent for nobody's rival;
   * the rest of the file stays, because with it the server makes sure that no child of a killed one
   * still writes to the same data.
   */
  static void adopt(Path data) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(path(data)));
    lines.set(0, String.valueOf(ProcessHandle.current().pid()));
    Files.write(path(data), lines);
  }

  private Optional<ProcessHandle> alive() {
    return ProcessHandle.of(pid).filter(ProcessHandle::isAlive);
  }

  /** The dead have no command any more. */
  private boolean isTheWriter(ProcessHandle candidate) {
    ProcessHandle.Info info = candidate.info();
    boolean postgres = info.command().map(c -> Path.of(c).endsWith("postgres")).orElse(false);
    boolean sameBirth =
        info.startInstant()
            .map(birth -> Duration.between(birth, started).abs().compareTo(CLOCK_SLACK) < 0)
            .orElse(true);
    return postgres && sameBirth;
  }
}
