package dev.assent.cli.local;

import dev.assent.backends.BackendsFile;
import dev.assent.cli.CliException;
import dev.assent.cli.ExitCode;
import dev.assent.cli.terminal.Progress;
import dev.assent.cli.terminal.Waits;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Starts one part and waits until it can be used, telling what goes on. */
final class Launch {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration SILENCE = Duration.ofSeconds(10);
  private static final Duration SELDOM = Duration.ofSeconds(5);
  private static final Duration MOMENT = Duration.ofMillis(50);
  private static final Duration WHILE = Duration.ofMillis(500);
  private static final List<String> STEPS = List.of("Kafka: ", "PostgreSQL: ");

  private final Part part;
  private final DataFolder folder;
  private final Progress progress;
  private final LogFile log;
  private final LastWords words = new LastWords();
  private Duration lastNews;
  private Duration lastAdvance;

  Launch(Part part, DataFolder folder, Progress progress) {
    this.part = part;
    this.folder = folder;
    this.progress = progress;
    this.log = LogFile.atEnd(folder.log(part));
    this.lastNews = progress.elapsed();
    this.lastAdvance = lastNews;
  }

  Mark start(List<String> command, Map<String, String> variables) {
    return Mark.of(Commands.start(command, folder.path(), variables, folder.log(part)).toHandle());
  }

  void awaitBackends(Mark mark) {
    await(mark, () -> isAnnounced(mark));
  }

  void awaitAssent(Mark mark, int httpPort) {
    await(mark, () -> Health.isReady(httpPort));
  }

  private void await(Mark mark, BooleanSupplier ready) {
    Duration began = progress.elapsed();
    while (true) {
      boolean alive = mark.isAlive();
      log.poll(this::hear);
      if (!alive) {
        throw CliException.failed(
            "%s ended while starting: %s\nThe whole log is in %s"
                .formatted(title(), words.reason(), folder.log(part)));
      }
      if (ready.getAsBoolean()) {
        return;
      }
      if (isLongerThan(PATIENCE, lastAdvance)) {
        throw CliException.waitedInVain(
            "%s did not get ready within %s. The log is in %s"
                .formatted(title(), Waits.words(PATIENCE), folder.log(part)));
      }
      reassure();
      // Who waits for long, waits for a view that is made anew: asking costs it time.
      pause(isLongerThan(SILENCE, began) ? WHILE : MOMENT);
    }
  }

  private boolean isAnnounced(Mark mark) {
    try {
      return BackendsFile.read(folder.path()).pid() == mark.pid();
    } catch (IOException e) {
      return false; // not there yet
    }
  }

  private void hear(String line) {
    words.hear(line);
    if (part == Part.BACKENDS && STEPS.stream().anyMatch(line::startsWith)) {
      tell(line);
    }
    LogReading.in(line).ifPresent(this::advance);
  }

  /** Views that are made anew take as long as the log is; as long as they advance, all is well. */
  private void advance(LogReading reading) {
    lastAdvance = progress.elapsed();
    if (isLongerThan(SELDOM, lastNews)) {
      tell(reading.words());
    }
  }

  private void reassure() {
    if (isLongerThan(SILENCE, lastNews)) {
      tell("Still starting " + part.title());
    }
  }

  private void tell(String words) {
    progress.step(words);
    lastNews = progress.elapsed();
  }

  private boolean isLongerThan(Duration time, Duration since) {
    return progress.elapsed().minus(since).compareTo(time) > 0;
  }

  private String title() {
    return Character.toUpperCase(part.title().charAt(0)) + part.title().substring(1);
  }

  static void pause() {
    pause(MOMENT);
  }

  private static void pause(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliException(ExitCode.FAILED, "Interrupted.", e);
    }
  }
}
