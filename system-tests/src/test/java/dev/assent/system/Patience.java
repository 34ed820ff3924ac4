package dev.assent.system;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** How a client should ask: again, with the same key, until there is an answer. */
final class Patience {

  private static final Duration LONGEST = Duration.ofMinutes(3);
  private static final long PAUSE_NANOS = Duration.ofMillis(100).toNanos();
  private static final int TRY_AGAIN = 503;

  private final Map<String, Integer> askedAgain = new TreeMap<>();
  private Duration longest = Duration.ZERO;

  /**
   * What it took.
   *
   * @param longest from a first try to its answer
   * @param askedAgain how often, for each reason
   */
  record Taken(Duration longest, Map<String, Integer> askedAgain) {

    @Override
    public String toString() {
      return "the longest wait was %d ms, asked again %s".formatted(longest.toMillis(), askedAgain);
    }
  }

  /** The first answer that is one: a lost connection and a 503 are none. */
  Api.Answer ask(Supplier<Api.Answer> request) {
    long begun = System.nanoTime();
    long end = begun + LONGEST.toNanos();
    while (System.nanoTime() < end) {
      try {
        Api.Answer answer = request.get();
        if (answer.status() != TRY_AGAIN) {
          answered(Duration.ofNanos(System.nanoTime() - begun));
          return answer;
        }
        again(answer.body().path("code").asText("503"));
      } catch (UncheckedIOException e) {
        // The process was killed, or has not started yet.
        again(e.getCause().getClass().getSimpleName());
      }
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    throw new AssertionError("no answer within " + LONGEST);
  }

  private synchronized void answered(Duration waited) {
    longest = waited.compareTo(longest) > 0 ? waited : longest;
  }

  private synchronized void again(String reason) {
    askedAgain.merge(reason, 1, Integer::sum);
  }

  /** What it took since this was last asked. */
  synchronized Taken taken() {
    Taken taken = new Taken(longest, Map.copyOf(askedAgain));
    longest = Duration.ZERO;
    askedAgain.clear();
    return taken;
  }
}
