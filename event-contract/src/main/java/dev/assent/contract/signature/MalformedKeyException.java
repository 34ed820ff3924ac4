package dev.assent.contract.signature;

/** Text that should hold a key and does not; the message says what was expected. */
public final class MalformedKeyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  MalformedKeyException(String message) {
    super(message);
  }
}
