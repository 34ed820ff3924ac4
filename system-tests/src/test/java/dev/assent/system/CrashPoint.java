package dev.assent.system;

import dev.assent.eventlog.loop.Step;
import dev.assent.eventlog.loop.StepObserver;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends or pauses the process that it runs in, right after a step of a loop. It stands on the class
 * path of processes that tests start with a crash point, and of no other.
 */
public final class CrashPoint implements StepObserver {

  /** The exit code of a process that came to its crash point. */
  static final int REACHED = 73;

  /** Not under {@code assent}: Assent refuses to start with a key that it does not know. */
  private static final String KEY = "crash-point";

  /** The producer sends on a thread of its own: as much as possible shall be on its way. */
  private static final long SENDING_NANOS = Duration.ofMillis(50).toNanos();

  /** What happens there. */
  enum Effect {
    HALT,
    PAUSE
  }

  /**
   * Where it happens.
   *
   * @param times how often the loop comes there; the last of them counts
   */
  record Place(String service, Step step, int times, Effect effect) {

    String asArgument() {
      return "-D" + KEY + "=" + String.join("/", service, step.name(), "" + times, effect.name());
    }

    private static Place of(String text) {
      String[] parts = text.split("/");
      return new Place(
          parts[0], Step.valueOf(parts[1]), Integer.parseInt(parts[2]), Effect.valueOf(parts[3]));
    }
  }

  private final Place place = Place.of(System.getProperty(KEY));
  private final AtomicInteger left = new AtomicInteger(place.times());

  @Override
  public void did(String service, Step step) {
    if (step == place.step() && service.equals(place.service()) && left.decrementAndGet() == 0) {
      LockSupport.parkNanos(SENDING_NANOS);
      switch (place.effect()) {
        case HALT -> Runtime.getRuntime().halt(REACHED);
        case PAUSE -> pause();
      }
    }
  }

  /** Returns when somebody lets the process go on. */
  private static void pause() {
    try {
      new ProcessBuilder("kill", "-STOP", Long.toString(ProcessHandle.current().pid()))
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
