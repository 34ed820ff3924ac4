package dev.assent.kernel.task;

import static dev.assent.contract.outcome.RefusalCode.COMMENT_REQUIRED;
import static dev.assent.contract.outcome.RefusalCode.EVIDENCE_REQUIRED;
import static dev.assent.contract.outcome.RefusalCode.FORM_INVALID;
import static dev.assent.contract.outcome.RefusalCode.OUTCOME_NOT_ALLOWED;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.plan.TaskSpec;
import dev.assent.contract.signal.Signal.DecisionSubmitted;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether an answer is one that the task asked for. */
public final class Answers {

  private Answers() {}

  /** The first thing that is wrong with the answer: outcome, comment, evidence, form. */
  public static Optional<Refusal> check(TaskSpec task, DecisionSubmitted answer) {
    if (!task.allowedOutcomes().contains(answer.outcome())) {
      return refusal(
          OUTCOME_NOT_ALLOWED,
          "Expected one of "
              + String.join(", ", task.allowedOutcomes())
              + ", but came "
              + answer.outcome());
    }
    if (task.commentRequired() && isBlank(answer.comment())) {
      return refusal(COMMENT_REQUIRED, "Expected a comment, but there is none");
    }
    JsonNode data = answer.data();
    if (task.evidenceRequired() && isBlank(data == null ? null : data.path("evidence"))) {
      return refusal(EVIDENCE_REQUIRED, "Expected data.evidence, but there is none");
    }
    JsonNode form = task.form();
    if (form == null) {
      return Optional.empty();
    }
    List<String> flaws =
        data == null || data.isObject() || data.isNull()
            ? Forms.check(form, candidate(form, answer))
            : List.of("the data: expected an object");
    return flaws.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                FORM_INVALID,
                "Expected data that fits the form, but " + String.join("; ", flaws),
                flaws,
                null));
  }

  /** The data as the form types it: text where the form wants numbers becomes numbers. */
  public static @Nullable JsonNode normalised(TaskSpec task, @Nullable JsonNode data) {
    JsonNode form = task.form();
    return form == null || data == null ? data : Forms.coerce(form, data);
  }

  /**
   * What the form is held against: the data, and what some forms ask for beside it: the outcome,
   * the comment, and a flag {@code approved}.
   */
  private static JsonNode candidate(JsonNode form, DecisionSubmitted answer) {
    ObjectNode candidate = JsonNodeFactory.instance.objectNode();
    if (answer.data() instanceof ObjectNode data) {
      candidate.setAll(data);
    }
    JsonNode asked = form.path("properties");
    if (asked.has("outcome") && !candidate.has("outcome")) {
      candidate.put("outcome", answer.outcome());
    }
    if (asked.has("comment") && !candidate.has("comment") && answer.comment() != null) {
      candidate.put("comment", answer.comment());
    }
    if (asked.path("approved").path("type").asText().equals("boolean")
        && !candidate.has("approved")) {
      candidate.put("approved", TaskSpec.isPositive(answer.outcome()));
    }
    return Forms.coerce(form, candidate);
  }

  private static boolean isBlank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  private static boolean isBlank(@Nullable JsonNode node) {
    return node == null
        || node.isMissingNode()
        || node.isNull()
        || node.isTextual() && node.asText().isBlank()
        || node.isContainerNode() && node.isEmpty();
  }

  private static Optional<Refusal> refusal(RefusalCode code, String message) {
    return Optional.of(Refusal.of(code, message));
  }
}
