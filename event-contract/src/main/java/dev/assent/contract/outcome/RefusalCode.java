package dev.assent.contract.outcome;

/** Why an input was refused. Names are stable: they are on the wire, in metrics and in problems. */
public enum RefusalCode {
  MALFORMED(422, false),
  TOO_LARGE(413, false),
  IDEMPOTENCY_KEY_REUSED(409, false),
  /** A repetition of something accepted before: answered with the first answer. */
  DUPLICATE(200, false),
  INTENT_UNKNOWN(404, true),
  ALREADY_ENDED(409, false),
  ALREADY_DECIDED(409, false),
  NOT_WAITING_FOR_HUMAN(409, false),
  NOT_WAITING_FOR_AGENT(409, false),
  HUMAN_GATE_STANDS(409, false),
  NOT_AN_APPROVER(403, false),
  NOT_THE_AGENT(403, false),
  SHOWN_SOMETHING_ELSE(409, false),
  OUTCOME_NOT_ALLOWED(422, false),
  COMMENT_REQUIRED(422, false),
  EVIDENCE_REQUIRED(422, false),
  FORM_INVALID(422, false),
  NOT_EDITABLE(409, false),
  STALE_TIMER(409, false),
  QUARANTINED(503, false);

  private final int httpStatus;
  private final boolean retryable;

  RefusalCode(int httpStatus, boolean retryable) {
    this.httpStatus = httpStatus;
    this.retryable = retryable;
  }

  /** What an HTTP edge answers. */
  public int httpStatus() {
    return httpStatus;
  }

  /** Whether the very same input may succeed later. */
  public boolean retryable() {
    return retryable;
  }
}
