package dev.assent.cli.local;

import dev.assent.cli.CliException;
import dev.assent.cli.Failures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A PostgreSQL of a data folder that runs without the process that kept it. */
final class Postmaster {
  /** The server notes the time when it is up, not when it was started. */
  private static final Duration SLACK = Duration.ofSeconds(10);

  private Postmaster() {}

  /** The server that {@code postmaster.pid} names, if that very one still runs. */
  static Optional<Mark> of(DataFolder folder) {
    try {
      List<String> lines =
          Files.readAllLines(folder.path().resolve("postgres/data/postmaster.pid"));
      if (lines.size() < 3) {
        return Optional.empty();
      }
      Instant noted = Instant.ofEpochSecond(Long.parseLong(lines.get(2).strip()));
      return ProcessHandle.of(Long.parseLong(lines.getFirst().strip()))
          .filter(process -> isPostgres(process.info(), noted))
          .map(Mark::of)
          .filter(Mark::isAlive);
    } catch (IOException | NumberFormatException e) {
      return Optional.empty(); // none ran here, or it is just going
    }
  }

  private static boolean isPostgres(ProcessHandle.Info info, Instant noted) {
    boolean named =
        info.command()
            .map(command -> Path.of(command).getFileName().toString().startsWith("postgres"))
            .orElse(false);
    return named
        && info.startInstant()
            .map(started -> Duration.between(started, noted).abs().compareTo(SLACK) <= 0)
            .orElse(false);
  }

  /** The major version of the data, such as {@code 18}. */
  static String version(DataFolder folder) {
    try {
      return Files.readString(folder.path().resolve("postgres/data/PG_VERSION")).strip();
    } catch (IOException e) {
      return "unknown";
    }
  }

  /** Asks for a fast end: sessions are ended, what is committed stays. */
  static void stop(Mark server) {
    try {
      new ProcessBuilder("kill", "-INT", Long.toString(server.pid()))
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .redirectError(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw CliException.failed("Cannot stop PostgreSQL. " + Failures.reason(e), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
