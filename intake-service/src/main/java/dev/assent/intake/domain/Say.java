package dev.assent.intake.domain;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Words for what came, safe to repeat: short, and without control characters. */
public final class Say {

  private static final int LONGEST = 60;

  private Say() {}

  /** What kind of JSON value this is, with its article. */
  public static String kind(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT, POJO -> "an object";
      case ARRAY -> "an array";
      case STRING, BINARY -> "a string";
      case NUMBER -> "a number";
      case BOOLEAN -> value.asText();
      case NULL, MISSING -> "null";
    };
  }

  /** The text in quotes, cut and cleaned. */
  public static String quote(String text) {
    return '"' + clean(text, LONGEST) + '"';
  }

  /** What a library said: its first line, cut and cleaned. */
  static String line(@Nullable String said) {
    String text = String.valueOf(said);
    int end = text.indexOf('\n');
    return clean(end < 0 ? text : text.substring(0, end), 3 * LONGEST);
  }

  private static String clean(String text, int longest) {
    StringBuilder clean = new StringBuilder();
    text.codePoints()
        .limit(longest)
        .map(point -> printable(point) ? point : '?')
        .forEach(clean::appendCodePoint);
    if (text.codePointCount(0, text.length()) > longest) {
      clean.append('…');
    }
    return clean.toString();
  }

  /** The known word that looks most like this one. */
  static String nearest(String word, Collection<String> known) {
    String best = "";
    int least = Integer.MAX_VALUE;
    String cut = word.length() > LONGEST ? word.substring(0, LONGEST) : word;
    for (String candidate : known) {
      int distance = distance(cut, candidate);
      if (distance < least) {
        least = distance;
        best = candidate;
      }
    }
    return best;
  }

  private static boolean printable(int point) {
    return !Character.isISOControl(point)
        && Character.getType(point) != Character.SURROGATE
        && Character.getType(point) != Character.FORMAT
        && Character.getType(point) != Character.LINE_SEPARATOR
        && Character.getType(point) != Character.PARAGRAPH_SEPARATOR;
  }

  /** Levenshtein's distance, two rows at a time. */
  private static int distance(String from, String to) {
    int[] above = new int[to.length() + 1];
    for (int j = 0; j <= to.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int[] row = new int[to.length() + 1];
      row[0] = i;
      for (int j = 1; j <= to.length(); j++) {
        int change = from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], above[j]) + 1, above[j - 1] + change);
      }
      above = row;
    }
    return above[to.length()];
  }
}
