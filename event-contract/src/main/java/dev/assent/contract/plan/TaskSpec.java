package dev.assent.contract.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a person is asked.
 *
 * @param allowedOutcomes never empty; what may be answered
 * @param form JSON Schema 2020-12 that the answer's data must meet, or null
 * @param editable whether the person may change the payload before deciding
 */
public record TaskSpec(
    TaskType type,
    String title,
    @Nullable String description,
    List<String> allowedOutcomes,
    boolean commentRequired,
    boolean evidenceRequired,
    boolean editable,
    @Nullable JsonNode form) {

  private static final Set<String> POSITIVE =
      Set.of(
          "approved",
          "confirmed",
          "completed",
          "provided",
          "assigned",
          "override_approved",
          "submitted",
          "acknowledged");

  public TaskSpec {
    allowedOutcomes = List.copyOf(allowedOutcomes);
  }

  /**
   * Whether this outcome lets the intent go on; every word outside the known yes-words does not.
   */
  public static boolean isPositive(String outcome) {
    return POSITIVE.contains(outcome);
  }
}
