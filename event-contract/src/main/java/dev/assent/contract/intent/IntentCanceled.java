package dev.assent.contract.intent;

/** The intent was withdrawn, by somebody or by its policy. */
public record IntentCanceled(String reason, Actor by) implements IntentEnding {
  @Override
  public IntentStatus status() {
    return IntentStatus.CANCELED;
  }
}
