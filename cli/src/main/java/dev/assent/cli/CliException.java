package dev.assent.cli;

import org.jspecify.annotations.Nullable;

/** Ends a command with a sentence for the person at the keyboard, and an exit code. */
public class CliException extends RuntimeException {
  private final int exitCode;

  public CliException(int exitCode, String sentence, @Nullable Throwable cause) {
    super(sentence, cause);
    this.exitCode = exitCode;
  }

  public static CliException failed(String sentence) {
    return new CliException(ExitCode.FAILED, sentence, null);
  }

  public static CliException failed(String sentence, Throwable cause) {
    return new CliException(ExitCode.FAILED, sentence, cause);
  }

  public static CliException usage(String sentence) {
    return new CliException(ExitCode.USAGE, sentence, null);
  }

  public static CliException notRunning(String sentence) {
    return new CliException(ExitCode.NOT_RUNNING, sentence, null);
  }

  public static CliException waitedInVain(String sentence) {
    return new CliException(ExitCode.WAITED_IN_VAIN, sentence, null);
  }

  /** Apart from what a check that was made has found. */
  public static CliException notChecked(String sentence) {
    return new CliException(ExitCode.NOT_CHECKED, sentence, null);
  }

  public int exitCode() {
    return exitCode;
  }

  /** The sentence; unlike {@link #getMessage()} never null. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
