package dev.assent.cli.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.cli.CliException;
import dev.assent.cli.ExitCode;
import dev.assent.contract.json.ContractJson;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Follows a stream of events over any number of connections: the server ends each after a while,
 * and may be restarted in between. Every event comes once.
 */
public final class EventStream {
  private static final Duration WINDOW = Duration.ofSeconds(30);
  private static final Duration ABSENCE = Duration.ofSeconds(60);
  private static final long PAUSE_MILLIS = 500;

  private final Api api;
  private final String path;
  private final BooleanSupplier stop;
  private long since;

  /**
   * @param path without query
   * @param since the {@code seq} of the last event that is known
   * @param stop asked between connections, at least every half minute
   */
  public EventStream(Api api, String path, long since, BooleanSupplier stop) {
    this.api = api;
    this.path = path;
    this.since = since;
    this.stop = stop;
  }

  /**
   * Hands over events until one satisfies the reader, which is returned.
   *
   * @param deadline when to give up ({@link System#nanoTime()}), or null
   * @return empty if it was stopped, or the time was up
   * @throws CliException if the server refuses, or stays away
   */
  public Optional<JsonNode> follow(Predicate<JsonNode> reader, @Nullable Long deadline) {
    long lastHeard = System.nanoTime();
    while (!stop.getAsBoolean() && remaining(deadline).isPositive()) {
      long asked = System.nanoTime();
      try {
        Optional<JsonNode> found = once(reader, remaining(deadline));
        if (found.isPresent()) {
          return found;
        }
        lastHeard = System.nanoTime();
        if (lastHeard - asked < Duration.ofMillis(PAUSE_MILLIS).toNanos()) {
          pause(); // a server that does not wait must not be asked a thousand times a second
        }
      } catch (IOException e) {
        lastHeard = requireRecent(lastHeard, e);
      } catch (CliException e) {
        if (e.exitCode() != ExitCode.NOT_RUNNING && !isPassing(e)) {
          throw e;
        }
        lastHeard = requireRecent(lastHeard, e);
      }
    }
    return Optional.empty();
  }

  private Optional<JsonNode> once(Predicate<JsonNode> reader, Duration left) throws IOException {
    long seconds = Math.clamp(left.toSeconds(), 1, WINDOW.toSeconds());
    String query = "?since=" + since + "&wait_seconds=" + seconds;
    try (SseReader frames = new SseReader(api.stream(path + query, WINDOW))) {
      for (var next = frames.next(); next.isPresent(); next = frames.next()) {
        SseReader.Frame frame = next.get();
        if (!frame.name().startsWith("intent.")) {
          continue;
        }
        JsonNode event = ContractJson.MAPPER.readTree(frame.data());
        since = Math.max(since, event.path("seq").asLong(since));
        if (reader.test(event)) {
          return Optional.of(event);
        }
        if (stop.getAsBoolean()) {
          break;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isPassing(CliException e) {
    return e instanceof ProblemException problem
        && (problem.status() >= 500 || problem.status() == 429);
  }

  private static long requireRecent(long lastHeard, Exception e) {
    if (System.nanoTime() - lastHeard > ABSENCE.toNanos()) {
      throw e instanceof CliException sentence
          ? sentence
          : CliException.notRunning(
              "The connection to Assent is lost, and does not come back. See how it is with: assent status");
    }
    pause();
    return lastHeard;
  }

  private static void pause() {
    try {
      Thread.sleep(PAUSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CliException(ExitCode.FAILED, "Interrupted.", e);
    }
  }

  private static Duration remaining(@Nullable Long deadline) {
    return deadline == null ? WINDOW : Duration.ofNanos(deadline - System.nanoTime());
  }
}
