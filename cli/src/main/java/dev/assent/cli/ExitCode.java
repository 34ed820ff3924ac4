package dev.assent.cli;

import java.util.LinkedHashMap;
import java.util.Map;

/** What the process ends with; scripts rely on these. */
public final class ExitCode {
  public static final int OK = 0;
  public static final int FAILED = 1;
  public static final int USAGE = 2;
  public static final int NOT_RUNNING = 3;
  public static final int WAITED_IN_VAIN = 4;
  public static final int NOT_CHECKED = 5;

  private ExitCode() {}

  /** For the help of every command. */
  static Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    words.put(" " + OK, "done");
    words.put(" " + FAILED, "refused, or failed");
    words.put(" " + USAGE, "called wrongly");
    words.put(" " + NOT_RUNNING, "Assent does not run, or does not answer");
    words.put(" " + WAITED_IN_VAIN, "waited, and the time was up");
    words.put(" " + NOT_CHECKED, "could not be checked");
    return words;
  }
}
