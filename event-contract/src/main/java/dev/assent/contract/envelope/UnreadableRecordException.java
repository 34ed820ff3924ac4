package dev.assent.contract.envelope;

/**
 * A record that is not what its topic promises; the message says what was expected and what came.
 */
public class UnreadableRecordException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnreadableRecordException(String message) {
    super(message);
  }

  public UnreadableRecordException(String message, Throwable cause) {
    super(message, cause);
  }
}
