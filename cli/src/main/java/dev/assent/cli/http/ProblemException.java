package dev.assent.cli.http;

import dev.assent.cli.CliException;
import dev.assent.cli.ExitCode;

/** The server refused, and said why. */
public final class ProblemException extends CliException {
  private final int status;
  private final String code;
  private final boolean retryable;

  ProblemException(int status, String code, boolean retryable, String sentence) {
    super(ExitCode.FAILED, sentence, null);
    this.status = status;
    this.code = code;
    this.retryable = retryable;
  }

  /** The status of the HTTP answer. */
  public int status() {
    return status;
  }

  /** The stable word for the reason, such as {@code already_decided}; empty if none was named. */
  public String code() {
    return code;
  }

  /** Whether the very same request may succeed now. */
  public boolean isRetryable() {
    return retryable;
  }
}
