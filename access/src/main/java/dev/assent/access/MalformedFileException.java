package dev.assent.access;

/**
 * A file that is not what it should be: the message says which, what was expected and what came.
 */
public class MalformedFileException extends RuntimeException {

  public MalformedFileException(String message) {
    super(message);
  }

  public MalformedFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
