package dev.assent.backends;

/**
 * The broker or the database cannot run, for a reason outside of the program: a taken port, a
 * damaged folder, a full disk. The message is one or two sentences for the person at the keyboard,
 * who is not served by a stack trace.
 */
public final class BackendsException extends RuntimeException {
  public BackendsException(String sentence) {
    super(sentence);
  }

  public BackendsException(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
