package dev.assent.kernel.intent;

/** A log that no run of the kernel can have written; the intent must stop until a person looked. */
public class ImpossibleHistoryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ImpossibleHistoryException(String message) {
    super(message);
  }
}
