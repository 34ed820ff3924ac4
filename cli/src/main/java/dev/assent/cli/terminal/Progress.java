package dev.assent.cli.terminal;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;

/** A line for each step, with the time since the beginning. */
public final class Progress {
  private final Terminal terminal;
  private final long began = System.nanoTime();

  public Progress(Terminal terminal) {
    this.terminal = terminal;
  }

  /** Takes steps, and shows them where somebody looks. */
  public static Consumer<String> ifWatched(Terminal terminal) {
    return terminal.isInteractive() ? new Progress(terminal)::step : words -> {};
  }

  public void step(String words) {
    String time = String.format(Locale.ROOT, "%7s", Waits.seconds(elapsed()));
    terminal.say(terminal.style().dim(time) + "  " + words);
  }

  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - began);
  }
}
