package dev.assent.contract.outcome;

import dev.assent.contract.intent.DecisionSummary;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An input that was not accepted, as data: it becomes the problem of an HTTP answer, the record in
 * {@code refusals}, and the label of a metric.
 *
 * @param message what was expected, what came, what to do
 * @param violations each single thing that is wrong with a malformed input
 * @param winner the decision that won the race, if one was lost
 */
public record Refusal(
    RefusalCode code, String message, List<String> violations, @Nullable DecisionSummary winner) {

  public Refusal {
    violations = List.copyOf(violations);
  }

  public static Refusal of(RefusalCode code, String message) {
    return new Refusal(code, message, List.of(), null);
  }

  public static Refusal malformed(List<String> violations) {
    return new Refusal(
        RefusalCode.MALFORMED,
        "The input has " + violations.size() + " violation(s): " + String.join("; ", violations),
        violations,
        null);
  }
}
