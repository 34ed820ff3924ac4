package dev.assent.cli.terminal;

import java.util.ArrayList;
import java.util.List;

/** Text from elsewhere, made fit for a screen. */
public final class Text {
  private Text() {}

  /**
   * One line without control characters: whoever names an intent must not be able to move the
   * cursor, paint the screen or turn the direction of writing of the person who reads it.
   */
  public static String visible(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (point == '\n' || point == '\t' || point == '\r') {
                line.append(' ');
              } else {
                line.appendCodePoint(isHarmless(point) ? point : '\uFFFD');
              }
            });
    return line.toString();
  }

  /**
   * As {@link #visible}, for JSON: what could do harm is escaped, so that the value is the same.
   */
  public static String visibleJson(String json) {
    StringBuilder text = new StringBuilder(json.length());
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      if (c == '\n' || Character.isSurrogate(c) || isHarmless(c)) {
        text.append(c);
      } else {
        text.append(String.format("\\u%04x", (int) c));
      }
    }
    return text.toString();
  }

  private static boolean isHarmless(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR -> false;
      case Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> false;
      default -> true;
    };
  }

  /** At most so many characters, with dots where something was left out. */
  public static String shorten(String text, int length) {
    return text.length() <= length ? text : text.substring(0, Math.max(0, length - 3)) + "...";
  }

  /**
   * Lines of at most this width, broken at spaces. A word that is longer stays in one piece: it may
   * be an address or a command that somebody copies.
   */
  public static List<String> wrap(String text, int width) {
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (String word : text.strip().split(" ", -1)) {
      if (!line.isEmpty() && line.length() + 1 + word.length() > width) {
        lines.add(line.toString().stripTrailing());
        line.setLength(0);
      }
      line.append(line.isEmpty() ? "" : " ").append(word);
    }
    lines.add(line.toString().stripTrailing());
    return lines;
  }
}
