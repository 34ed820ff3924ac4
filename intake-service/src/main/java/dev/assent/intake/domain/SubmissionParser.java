package dev.assent.intake.domain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.access.Directory;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.json.CanonicalJson;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads submissions: a single intent or a scenario, in the words of AXP or in Assent's own. All
 * that is wrong is said at once. Pure but for the directory, and used twice on the same bytes: at
 * the HTTP edge, which answers fast, and by the processor, whose word counts.
 */
public final class SubmissionParser {

  /** Which document the bytes are. */
  public enum Form {
    INTENT,
    SCENARIO
  }

  /** What clients make anew for each try, and what the credential says instead. */
  private static final Set<String> NOT_IN_DIGEST =
      Set.of(
          "correlation_id",
          "correlationId",
          "idempotency_key",
          "idempotencyKey",
          "from_agent",
          "fromAgent");

  private final IntentReader intents;
  private final ScenarioReader scenarios;

  public SubmissionParser(Directory directory) {
    Approvers approvers = new Approvers(directory);
    this.intents = new IntentReader(approvers);
    this.scenarios = new ScenarioReader(approvers);
  }

  /** Reads the bytes of a submission. */
  public Parsed parse(byte[] bytes, Form form, Sender sender, @Nullable IntentId id, Instant now) {
    JsonInput.Result read = JsonInput.read(bytes);
    if (read.json() == null) {
      return new Parsed.Invalid(Objects.requireNonNull(read.refusal()), List.of());
    }
    return parse(read.json(), form, sender, id, now);
  }

  /**
   * Reads a document that {@link JsonInput} let pass.
   *
   * @param id the intent's, for texts that name it; null where none will be born
   */
  public Parsed parse(
      ObjectNode json, Form form, Sender sender, @Nullable IntentId id, Instant now) {
    Violations violations = new Violations();
    Violations warnings = new Violations();
    Submission submission =
        switch (form) {
          case INTENT ->
              intents.read(
                  new Fields(json, Fields.Manner.STRICT, violations, warnings), sender, now);
          case SCENARIO ->
              scenarios.read(
                  new Fields(json, Fields.Manner.TOLERANT, violations, warnings), sender, id, now);
        };
    return violations.isEmpty()
        ? new Parsed.Valid(submission, warnings.sentences())
        : new Parsed.Invalid(violations.refusal(), warnings.sentences());
  }

  /** The digest that tells a repetition from the reuse of a key. */
  public static String digest(ObjectNode submission) {
    ObjectNode compared = submission.objectNode();
    compared.setAll(submission);
    compared.remove(NOT_IN_DIGEST);
    return CanonicalJson.digest(compared);
  }
}
