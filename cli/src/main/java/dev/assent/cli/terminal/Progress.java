package dev.assent.cli.terminal;

import java.time.Duration;
import java.util.Locale;

/** A line for each step, with the time since the beginning. */
public final class Progress {
  private final Terminal terminal;
  private final long began = System.nanoTime();

  public Progress(Terminal terminal) {
    this.terminal = terminal;
  }

  public void step(String words) {
    String time = String.format(Locale.ROOT, "%7s", Waits.seconds(elapsed()));
    terminal.say(terminal.style().dim(time) + "  " + words);
  }

  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
