package dev.assent.approval.page;

/**
 * Makes characters visible that would let a payload look like something else than it is: controls,
 * and those that turn the writing direction or take no room. Whoever approves must see what the
 * agent will read.
 */
final class Visible {

  private Visible() {}

  static String text(String raw) {
    if (raw.codePoints().noneMatch(Visible::deceives)) {
      return raw;
    }
    StringBuilder shown = new StringBuilder(raw.length() + 16);
    raw.codePoints()
        .forEach(
            c -> {
              if (deceives(c)) {
                shown.append(String.format("\u27E6U+%04X\u27E7", c));
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }

  /** The same for JSON text, where such characters stand in strings only: as their escapes. */
  static String json(String raw) {
    StringBuilder shown = new StringBuilder(raw.length() + 16);
    raw.codePoints()
        .forEach(
            c -> {
              if (deceives(c)) {
                for (char unit : Character.toChars(c)) {
                  shown.append(String.format("\\u%04x", (int) unit));
                }
              } else {
                shown.appendCodePoint(c);
              }
            });
    return shown.toString();
  }

  /** One line: line breaks become spaces. */
  static String line(String raw) {
    return text(raw.replace('\n', ' ').replace('\r', ' ').replace('\t', ' ').strip());
  }

  private static boolean deceives(int c) {
    return switch (Character.getType(c)) {
      case Character.CONTROL -> c != '\n' && c != '\t' && c != '\r';
      // Format characters: bidirectional overrides, zero width spaces and joiners, tags.
      case Character.FORMAT -> true;
      case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
      case Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
      default -> false;
    };
  }
}
