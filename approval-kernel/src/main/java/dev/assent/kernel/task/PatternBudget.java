package dev.assent.kernel.task;

import com.networknt.schema.regex.RegularExpression;
import com.networknt.schema.regex.RegularExpressionFactory;
import com.networknt.schema.regex.RegularExpressions;
import java.util.regex.Pattern;

/**
 * The patterns of a form, which together give up after a bounded number of steps. They come from
 * strangers, and some take years for a line of text; one answer must not stop everybody's
 * decisions. Steps are counted instead of time, so that the verdict does not hang on the machine.
 */
final class PatternBudget implements RegularExpressionFactory {

  /** The patterns of a form took more steps than honest ones do. */
  static final class SpentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SpentException() {
      super("the form's patterns take too long for this text");
    }
  }

  private static final int STEPS = 1_000_000;

  private int steps;

  @Override
  public RegularExpression getRegularExpression(String regex) {
    Pattern pattern =
        Pattern.compile(
            RegularExpressions.replaceLongformCharacterProperties(
                RegularExpressions.replaceDollarAnchors(regex)));
    return text -> pattern.matcher(new Counted(text)).find();
  }

  /** Text that counts how often it is looked at. */
  private final class Counted implements CharSequence {
    private final String text;

    Counted(String text) {
      this.text = text;
    }

    @Override
    public char charAt(int index) {
      if (++steps > STEPS) {
        throw new SpentException();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }
  }
}
