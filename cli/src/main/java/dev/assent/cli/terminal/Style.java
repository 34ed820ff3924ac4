package dev.assent.cli.terminal;

import java.util.Map;

/** Colour, used sparingly; without it the same words. */
public enum Style {
  PLAIN,
  COLOUR;

  static Style of(Map<String, String> environment, boolean interactive) {
    boolean unwanted =
        !environment.getOrDefault("NO_COLOR", "").isEmpty()
            || environment.getOrDefault("TERM", "").equals("dumb");
    return interactive && !unwanted ? COLOUR : PLAIN;
  }

  public String bold(String text) {
    return paint("1", text);
  }

  public String dim(String text) {
    return paint("2", text);
  }

  public String good(String text) {
    return paint("32", text);
  }

  public String bad(String text) {
    return paint("31", text);
  }

  /** For what wants attention. */
  public String warm(String text) {
    return paint("33", text);
  }

  /** For addresses and commands. */
  public String link(String text) {
    return paint("36", text);
  }

  private String paint(String code, String text) {
    return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
