package dev.assent.eventlog.postgres;

/**
 * Texts of strangers, fit for a column. PostgreSQL stores no NUL and no half of a character; one
 * poisoned text must not stop a loop.
 */
public final class StorableText {

  private static final char REPLACEMENT = '\uFFFD';

  private StorableText() {}

  /** The text with a replacement character for what cannot be stored. */
  public static String of(String text) {
    if (text.chars().noneMatch(c -> c == 0 || Character.isSurrogate((char) c))) {
      return text;
    }
    StringBuilder clean = new StringBuilder(text.length());
    // A code point that is a surrogate has lost its other half.
    text.codePoints()
        .map(c -> c == 0 || Character.getType(c) == Character.SURROGATE ? REPLACEMENT : c)
        .forEach(clean::appendCodePoint);
    return clean.toString();
  }
}
