package dev.assent.intake.kafka;

/**
 * The headers that only Assent itself may write on a submission; {@link Seals} proves that it did.
 */
public final class SubmissionHeaders {

  /** The id that the submission gets, decided where the sender's identity is known. */
  public static final String INTENT_ID = "assent-intent-id";

  /** Whom the credential named at the HTTP edge. */
  public static final String SENDER = "assent-sender";

  /** The sender's own key, from the header Idempotency-Key. */
  public static final String IDEMPOTENCY_KEY = "assent-idempotency-key";

  /** Where a record stood that was moved to the partition of its intent. */
  public static final String ORIGIN = "assent-origin";

  /** Signature over all of these and the record's value. */
  public static final String SEAL = "assent-seal";

  /** The CloudEvents type of a scenario; any other type is a single intent. */
  public static final String SCENARIO_TYPE = "dev.assent.scenario.submission.v1";

  public static final String INTENT_TYPE = "dev.assent.intent.submission.v1";

  private SubmissionHeaders() {}
}
