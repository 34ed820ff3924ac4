package dev.assent.approval.page;

import dev.assent.contract.outcome.Refusal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Refusals in the words of the page. */
final class PageProblems {

  /** How the form's check begins a sentence: with a path into the data, or about all of it. */
  private static final Pattern AT_FIELD = Pattern.compile("/([^/:]+)[^:]*: (.*)", Pattern.DOTALL);

  private static final Pattern MISSING =
      Pattern.compile("the data: required property '(.+)' not found");

  private PageProblems() {}

  /**
   * Why an answer was not accepted.
   *
   * @param fields what the page asks for, for their labels
   */
  static TaskPage.Problem of(Refusal refusal, List<FormField> fields) {
    return switch (refusal.code()) {
      case SHOWN_SOMETHING_ELSE ->
          new TaskPage.Problem(
              "The request changed while you looked",
              "It was edited after this page was loaded. Look at what is asked now, then decide.",
              List.of());
      case FORM_INVALID ->
          new TaskPage.Problem(
              "Not accepted yet",
              "Some answers do not fit what is asked.",
              refusal.violations().stream().map(flaw -> labelled(flaw, fields)).toList());
      default ->
          new TaskPage.Problem("Not accepted yet", refusal.message() + ".", refusal.violations());
    };
  }

  static TaskPage.Problem noOutcome() {
    return new TaskPage.Problem(
        "Not accepted yet", "Choose one of the answers that this task allows.", List.of());
  }

  static TaskPage.Problem noAnswerYet() {
    return new TaskPage.Problem(
        "No confirmation yet",
        "Your decision was sent, but no answer came in time. It may still take effect. Send it"
            + " again: it counts once.",
        List.of());
  }

  private static String labelled(String flaw, List<FormField> fields) {
    Matcher missing = MISSING.matcher(flaw);
    if (missing.matches()) {
      return label(missing.group(1), fields) + ": an answer is missing";
    }
    Matcher field = AT_FIELD.matcher(flaw);
    return field.matches() ? label(field.group(1), fields) + ": " + field.group(2) : flaw;
  }

  private static String label(String name, List<FormField> fields) {
    return fields.stream()
        .filter(field -> field.name().equals(name))
        .map(FormField::label)
        .findFirst()
        .orElse(name);
  }
}
