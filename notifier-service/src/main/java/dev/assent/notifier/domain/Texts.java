package dev.assent.notifier.domain;

/** Texts of strangers, made fit for places that take less than all of Unicode. */
public final class Texts {

  private static final char REPLACEMENT = '\uFFFD';

  private Texts() {}

  /**
   * Fit for a header or a line on a terminal: one line without control characters and without those
   * that turn the direction of what follows, cut to this many code points.
   */
  public static String oneLine(String text, int longest) {
    StringBuilder line = new StringBuilder();
    text.codePoints().limit(longest * 4L).map(Texts::harmless).forEach(line::appendCodePoint);
    return cut(line.toString().strip().replaceAll(" {2,}", " "), longest);
  }

  /** Cut to this many code points, an ellipsis included. */
  public static String cut(String text, int longest) {
    return text.codePointCount(0, text.length()) <= longest
        ? text
        : text.substring(0, text.offsetByCodePoints(0, longest - 1)).stripTrailing() + "…";
  }

  private static int harmless(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
      case Character.FORMAT -> isJoiner(c) ? c : ' ';
      case Character.SURROGATE -> REPLACEMENT;
      default -> c;
    };
  }

  /** Several scripts and composed emoji need these two. */
  private static boolean isJoiner(int c) {
    return c == 0x200C || c == 0x200D;
  }
}
