package dev.assent.edge;

import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusalCode;

/** Ends a request because the log, or the edge itself, refused its input. */
public class RefusedException extends ProblemException {

  private final transient Refusal refusal;

  public RefusedException(Refusal refusal) {
    super(Problems.of(refusal));
    this.refusal = refusal;
  }

  public RefusedException(RefusalCode code, String message) {
    this(Refusal.of(code, message));
  }

  public Refusal refusal() {
    return refusal;
  }
}
