package dev.assent.eventlog.ask;

/**
 * No answer was seen in time. The input may still be decided: the same input with the same id may
 * be sent again.
 */
public class AnswerTimeoutException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public AnswerTimeoutException(String message, Throwable cause) {
    super(message, cause);
  }
}
