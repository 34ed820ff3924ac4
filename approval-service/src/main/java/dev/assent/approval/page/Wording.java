package dev.assent.approval.page;

import dev.assent.contract.plan.TaskSpec;
import dev.assent.contract.plan.TaskType;
import java.util.Locale;
import java.util.Map;

/** The words for outcomes and task types: people approve and reject, they do not resume. */
public final class Wording {

  private record Words(String button, String past) {}

  private static final Map<String, Words> OUTCOMES =
      Map.ofEntries(
          Map.entry("approved", new Words("Approve", "approved it")),
          Map.entry("rejected", new Words("Reject", "rejected it")),
          Map.entry("changes_requested", new Words("Request changes", "asked for changes")),
          Map.entry("confirmed", new Words("Confirm", "confirmed it")),
          Map.entry("completed", new Words("Mark as completed", "marked it as completed")),
          Map.entry("failed", new Words("Report failure", "reported that it failed")),
          Map.entry("provided", new Words("Send answer", "answered")),
          Map.entry("submitted", new Words("Submit", "submitted the form")),
          Map.entry("assigned", new Words("Assign", "assigned it")),
          Map.entry("declined", new Words("Decline", "declined it")),
          Map.entry("override_approved", new Words("Approve override", "approved the override")),
          Map.entry("acknowledged", new Words("Acknowledge", "acknowledged it")),
          Map.entry("deferred", new Words("Defer", "deferred it")));

  private Wording() {}

  /** What the button says: {@code Approve}. */
  public static String button(String outcome) {
    Words words = OUTCOMES.get(outcome);
    return words == null ? sentence(outcome) : words.button();
  }

  /** What somebody did, after their name: {@code rejected it}. */
  public static String past(String outcome) {
    Words words = OUTCOMES.get(outcome);
    return words == null
        ? "answered “" + Visible.line(outcome.replace('_', ' ')) + "”"
        : words.past();
  }

  /** The status word beside the colour: {@code Approved}. */
  public static String status(String outcome) {
    return sentence(outcome);
  }

  public static String type(TaskType type) {
    return sentence(type.name().toLowerCase(Locale.ROOT));
  }

  /** {@code positive} or {@code negative}: the style of an outcome, always beside its words. */
  public static String tone(String outcome) {
    return TaskSpec.isPositive(outcome) ? "positive" : "negative";
  }

  /** {@code cost_center} and {@code costCenter} as {@code Cost center}. */
  static String sentence(String key) {
    String spaced =
        key.replace('_', ' ')
            .replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ")
            .replaceAll("\\s+", " ")
            .strip();
    if (spaced.isEmpty()) {
      return Visible.line(key);
    }
    // An all-capitals word is an abbreviation and stays.
    String lower =
        spaced.codePoints().anyMatch(Character::isLowerCase)
            ? lowerButAbbreviations(spaced)
            : spaced;
    return Visible.line(lower.substring(0, 1).toUpperCase(Locale.ROOT) + lower.substring(1));
  }

  private static String lowerButAbbreviations(String spaced) {
    StringBuilder text = new StringBuilder();
    for (String word : spaced.split(" ", -1)) {
      boolean abbreviation = word.length() > 1 && word.equals(word.toUpperCase(Locale.ROOT));
      text.append(text.isEmpty() ? "" : " ")
          .append(abbreviation ? word : word.toLowerCase(Locale.ROOT));
    }
    return text.toString();
  }
}
