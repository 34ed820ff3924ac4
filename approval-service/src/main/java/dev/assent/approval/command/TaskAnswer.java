package dev.assent.approval.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.plan.TaskSpec;
import dev.assent.edge.RefusedException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A person's answer, whichever of its shapes a client sends: {@code task_result} with the fields of
 * the form beside the outcome or under {@code data}, or the outcome at the top.
 */
public record TaskAnswer(String outcome, @Nullable String comment, @Nullable JsonNode data) {

  static final int MAX_COMMENT = 4000;

  /** What stands beside an answer and is none of its data. */
  private static final Set<String> NOT_DATA =
      Set.of(
          "outcome",
          "comment",
          "data",
          "task_result",
          "action",
          "actor",
          "reason",
          "owner_agent",
          "task_id",
          "shown_digest",
          "approve_current_step",
          "expected_policy_generation",
          "internal_scheduler");

  /**
   * Reads the answer out of a body.
   *
   * @param task what is asked, if it is known: it says which outcome a bare yes means
   * @throws RefusedException if there is no outcome, or the comment is too long
   */
  public static TaskAnswer of(ObjectNode body, @Nullable TaskSpec task) {
    JsonNode given = body.path("task_result");
    ObjectNode answer = given instanceof ObjectNode object ? object : body;
    String comment = text(answer, "comment");
    if (comment == null) {
      comment = text(body, "comment");
    }
    return new TaskAnswer(outcome(body, answer, task), checked(comment), data(answer));
  }

  /** A yes or no in the words of the task. */
  public static String outcome(boolean yes, @Nullable TaskSpec task) {
    String usual = yes ? "approved" : "rejected";
    List<String> allowed = task == null ? List.of() : task.allowedOutcomes();
    return allowed.contains(usual)
        ? usual
        : allowed.stream()
            .filter(outcome -> TaskSpec.isPositive(outcome) == yes)
            .findFirst()
            .orElse(usual);
  }

  /**
   * The comment, if it has a length that people read.
   *
   * @throws RefusedException if it has not
   */
  public static @Nullable String checked(@Nullable String comment) {
    if (comment != null && comment.length() > MAX_COMMENT) {
      throw new RefusedException(
          RefusalCode.MALFORMED,
          "Expected a comment of at most "
              + MAX_COMMENT
              + " characters, but came "
              + comment.length()
              + "; shorten it");
    }
    return comment == null || comment.isBlank() ? null : comment.strip();
  }

  private static String outcome(ObjectNode body, ObjectNode answer, @Nullable TaskSpec task) {
    String outcome = text(answer, "outcome");
    if (outcome == null) {
      outcome = text(body, "outcome");
    }
    if (outcome != null) {
      return outcome;
    }
    return switch (answer.path("approved").asText("")) {
      case "true" -> outcome(true, task);
      case "false" -> outcome(false, task);
      default ->
          throw new RefusedException(
              RefusalCode.MALFORMED,
              "Expected task_result.outcome"
                  + (task == null ? "" : ", one of " + String.join(", ", task.allowedOutcomes()))
                  + ", but there is none");
    };
  }

  private static @Nullable JsonNode data(ObjectNode answer) {
    ObjectNode data = ContractJson.MAPPER.createObjectNode();
    answer
        .properties()
        .forEach(
            field -> {
              if (!NOT_DATA.contains(field.getKey())) {
                data.set(field.getKey(), field.getValue());
              }
            });
    if (answer.path("data") instanceof ObjectNode given) {
      data.setAll(given);
    }
    return data.isEmpty() ? null : data;
  }

  private static @Nullable String text(ObjectNode node, String field) {
    JsonNode value = node.path(field);
    return value.isTextual() && !value.asText().isBlank() ? value.asText().strip() : null;
  }
}
