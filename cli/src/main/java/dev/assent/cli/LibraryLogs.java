package dev.assent.cli;

import java.util.logging.Level;
import java.util.logging.Logger;

/** What libraries say: nothing, unless asked for. A Kafka client warns in many lines. */
public final class LibraryLogs {
  /** Held here, because a logger that nobody holds forgets its level. */
  private static final Logger ROOT = Logger.getLogger("");

  private LibraryLogs() {}

  static void quiet(boolean tracing) {
    System.setProperty(
        "java.util.logging.SimpleFormatter.format", "%1$tFT%1$tT %4$s %3$s: %5$s%6$s%n");
    ROOT.setLevel(tracing ? Level.INFO : Level.OFF);
  }

  /** As the stock Kafka tools do: warnings and worse, on stderr. */
  public static void warnings() {
    ROOT.setLevel(Level.WARNING);
  }
}
