package dev.assent.contract.axp;

/**
 * The {@code seq} that AXP clients see: 1, 3, 5 … for the sequences 1, 2, 3.
 *
 * <p>Some clients ask for what comes after the last {@code seq} they saw, others for what comes
 * after that plus one. With a gap between any two both get every event exactly once.
 */
public final class AxpSeq {

  private AxpSeq() {}

  public static long of(long sequence) {
    return 2 * sequence - 1;
  }

  /** The highest sequence that a client has seen who asks for what is after {@code since}. */
  public static long lastSeen(long since) {
    return since < 1 ? 0 : (since - 1) / 2 + 1;
  }
}
