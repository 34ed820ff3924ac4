package dev.assent.cli.terminal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How many columns a terminal has. */
final class Width {
  private static final int USUAL = 80;
  private static final int LEAST = 40;
  private static final int MOST = 160;

  private Width() {}

  static int of(Map<String, String> environment, boolean interactive) {
    String columns = environment.getOrDefault("COLUMNS", "").strip();
    String text = columns.isEmpty() && interactive ? asked() : columns;
    if (!text.matches("[0-9]{1,4}") || Integer.parseInt(text) == 0) {
      return USUAL;
    }
    return Math.clamp(Integer.parseInt(text), LEAST, MOST);
  }

  /** What {@code stty size} says: rows and columns. */
  private static String asked() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String answer = new String(stty.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (!stty.waitFor(1, TimeUnit.SECONDS)) {
        stty.destroyForcibly();
      }
      String[] words = answer.strip().split(" ", -1);
      return words.length == 2 ? words[1] : "";
    } catch (IOException e) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "";
    }
  }
}
