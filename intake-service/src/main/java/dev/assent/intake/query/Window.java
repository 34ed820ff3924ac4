package dev.assent.intake.query;

import java.io.IOException;
import java.time.Duration;

/**
 * How long a stream stays open, and how it behaves meanwhile.
 *
 * @param length until it says that it is over
 * @param settle how long it stays open after the first news for a client that shows nothing before
 *     the end of the answer
 */
public record Window(Duration length, Duration heartbeat, Duration settle) {

  /** For clients that read as they go. */
  public static Window live(Duration length, Duration heartbeat) {
    return new Window(length, heartbeat, length);
  }

  /** For clients that show nothing before the answer ends. */
  public static Window buffered(Duration length, Duration heartbeat) {
    return new Window(length, heartbeat, Duration.ofMillis(200));
  }

  /** The running clock of one stream. */
  Ticks open(Sink sink) {
    return new Ticks(this, sink);
  }

  /** Says when to wait how long. */
  static final class Ticks {

    private static final long SLICE = Duration.ofSeconds(1).toNanos();

    private final Window window;
    private final Sink sink;
    private long end;
    private long beat;
    private boolean settling;

    private Ticks(Window window, Sink sink) {
      this.window = window;
      this.sink = sink;
      this.end = System.nanoTime() + window.length.toNanos();
      this.beat = System.nanoTime() + window.heartbeat.toNanos();
    }

    boolean isOver() {
      return sink.isGone() || System.nanoTime() - end >= 0;
    }

    /** News went out. */
    void told() {
      beat = System.nanoTime() + window.heartbeat.toNanos();
      if (!settling) {
        settling = true;
        long settled = System.nanoTime() + window.settle.toNanos();
        end = settled - end < 0 ? settled : end;
      }
    }

    /** Nanoseconds until there is something to do again. */
    long pause() {
      return Math.clamp(end - System.nanoTime(), 0, SLICE);
    }

    /** Sends a heartbeat if it is time for one. */
    void beat() throws IOException {
      if (System.nanoTime() - beat >= 0) {
        sink.heartbeat();
        beat = System.nanoTime() + window.heartbeat.toNanos();
      }
    }
  }
}
