package dev.assent.kernel.task;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import com.networknt.schema.regex.RegularExpressions;

/**
 * The patterns of a form. They come from strangers, and one answer must not stop everybody's
 * decisions: so they are RE2, which takes time in proportion to pattern and text and no stack for
 * the text, and all patterns of a form together may take only so many steps. The price is in what
 * RE2 leaves out: lookaround and back references are refused.
 */
final class FormPatterns implements RegularExpressionFactory {

  /** The patterns of a form would take more steps than honest ones do. */
  static final class SpentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SpentException() {
      super("the form's patterns take too long for this text");
    }
  }

  /** A pattern with all its repetitions written out. RE2 compiles it on the stack. */
  private static final long LARGEST = 2_000;

  /** About half a second. Steps are counted instead of time: the verdict is the same everywhere. */
  private static final long STEPS = 10_000_000;

  /** A count, and what tells that a group may stand before it: its end, or that of a quotation. */
  private static final Pattern COUNT =
      Pattern.compile("(\\)|\\\\E|)\\{([0-9]{1,4})(?:,([0-9]{1,4})?)?\\}");

  private static final Pattern CODE_POINT =
      Pattern.compile("((?:^|[^\\\\])(?:\\\\\\\\)*)\\\\u([0-9a-fA-F]{4})");

  private long steps;

  /**
   * @throws IllegalArgumentException with a sentence, if this is no such pattern or too large
   */
  @Override
  public RegularExpression getRegularExpression(String regex) {
    long size = size(regex);
    if (size > LARGEST) {
      throw new IllegalArgumentException(
          "the pattern is too large: with its repetitions written out it has up to %d parts, and at most %d are taken"
              .formatted(size, LARGEST));
    }
    Pattern pattern = compile(regex);
    return text -> {
      steps += size * (text.length() + 1L);
      if (steps > STEPS) {
        throw new SpentException();
      }
      return pattern.matcher(text).find();
    };
  }

  private static Pattern compile(String regex) {
    String re2 =
        RegularExpressions.replaceLongformCharacterProperties(
            RegularExpressions.replaceDollarAnchors(regex));
    try {
      return Pattern.compile(CODE_POINT.matcher(re2).replaceAll("$1\\\\x{$2}"));
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "the pattern is none of RE2: " + e.getDescription() + " " + e.getPattern(), e);
    }
  }

  /**
   * Never too small: what stands in brackets or behind a backslash may be counted as a repetition
   * too, and groups that stand side by side as if one stood in the other. An empty quotation
   * ({@code \Q\E}) lets the count behind it go to the group before it.
   */
  private static long size(String regex) {
    long parts = regex.length();
    long groups = 1;
    Matcher counts = COUNT.matcher(regex);
    while (counts.find()) {
      String most = counts.group(3) == null ? counts.group(2) : counts.group(3);
      long times = Math.max(1, Long.parseLong(most));
      if (counts.group(1).isEmpty()) {
        parts += times;
      } else {
        groups = Math.min(groups * times, LARGEST + 1);
      }
    }
    return parts * groups;
  }
}
