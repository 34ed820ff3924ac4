package dev.assent.edge;

import dev.assent.contract.outcome.RefusalCode;

/** How large the body of a submission may be. */
public final class BodyLimit {

  /** Bytes of one intent, as AXP has it. */
  public static final int INTENT = 128 * 1024;

  private BodyLimit() {}

  /**
   * Checks a body that came without a length (those with one never get here).
   *
   * @throws RefusedException 413 if it is larger than an intent may be
   */
  public static void requireIntentSize(byte[] body) {
    if (body.length > INTENT) {
      throw new RefusedException(RefusalCode.TOO_LARGE, message(INTENT, body.length));
    }
  }

  /** The sentence of the refusal. */
  public static String message(long limit, long came) {
    return "Expected a body of at most %d bytes, but came %d. Put large content elsewhere and send where it is."
        .formatted(limit, came);
  }
}
