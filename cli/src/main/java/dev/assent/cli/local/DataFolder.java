package dev.assent.cli.local;

import dev.assent.backends.BackendsFile;
import dev.assent.cli.CliException;
import dev.assent.cli.Failures;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All that one installation keeps:
 *
 * <pre>
 * kafka/      the log (made by the backends)
 * postgres/   the views (made by the backends)
 * config/     people, agents, keys; application.properties, if somebody wrote one
 * logs/       what the two processes say
 * run/        what runs: pids, ports, the address
 * </pre>
 */
public record DataFolder(Path path) {
  private static final Set<String> OURS =
      Set.of("kafka", "postgres", "config", "logs", "run", "demo", "backends.lock");

  public DataFolder {
    path = path.toAbsolutePath().normalize();
  }

  public Path config() {
    return path.resolve("config");
  }

  public Path logs() {
    return path.resolve("logs");
  }

  public Path log(Part part) {
    return logs().resolve(part.word() + ".log");
  }

  public Path run() {
    return path.resolve("run");
  }

  public RunFiles runFiles() {
    return new RunFiles(run());
  }

  /** How to reach broker and database, if they run. */
  public Optional<BackendsFile> liveBackends() {
    try {
      return Optional.of(BackendsFile.read(path))
          .filter(file -> ProcessHandle.of(file.pid()).isPresent());
    } catch (IOException e) {
      return Optional.empty(); // they take it away when they stop
    }
  }

  /** Whether an installation was ever started here. */
  public boolean isInstalled() {
    return Files.isDirectory(config());
  }

  /**
   * Makes the folders that are missing.
   *
   * @throws CliException if the folder holds something else, or cannot be written
   */
  public void prepare() {
    try {
      if (Files.exists(path) && !Files.isDirectory(path)) {
        throw CliException.failed(
            "The data folder %s is a file. Choose a folder with --data.".formatted(path));
      }
      if (holdsOnlyOthers()) {
        throw CliException.failed(
            "The folder %s holds other files and no data of Assent. Choose an empty or a new folder with --data."
                .formatted(path));
      }
      Files.createDirectories(logs());
      Files.createDirectories(run());
    } catch (IOException e) {
      throw CliException.failed(
          "Cannot write to the data folder %s. %s".formatted(path, Failures.reason(e)), e);
    }
  }

  private boolean holdsOnlyOthers() throws IOException {
    if (!Files.isDirectory(path)) {
      return false;
    }
    try (Stream<Path> entries = Files.list(path)) {
      var names = entries.map(entry -> entry.getFileName().toString()).toList();
      return !names.isEmpty() && names.stream().noneMatch(OURS::contains);
    }
  }

  /**
   * Runs this while no other command starts or stops anything in this folder.
   *
   * @throws CliException if another one does
   */
  public void exclusively(Runnable change) {
    try (FileChannel channel =
            FileChannel.open(
                run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      if (lock == null) {
        throw busy();
      }
      change.run();
    } catch (OverlappingFileLockException e) {
      throw busy();
    } catch (IOException e) {
      throw CliException.failed(
          "Cannot lock the data folder %s. %s".formatted(path, Failures.reason(e)), e);
    }
  }

  private CliException busy() {
    return CliException.failed(
        "Another command is starting or stopping Assent in %s. Repeat when it is done."
            .formatted(path));
  }
}
