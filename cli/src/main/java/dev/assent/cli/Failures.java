package dev.assent.cli;

import dev.assent.access.MalformedFileException;
import dev.assent.contract.envelope.UnreadableRecordException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** One sentence for whatever a command ended with. */
public final class Failures {
  private Failures() {}

  static CliException of(Throwable thrown) {
    return switch (thrown) {
      case CliException e -> e;
      case MalformedFileException e -> CliException.failed(String.valueOf(e.getMessage()), e);
      case UnreadableRecordException e -> CliException.failed(e.getMessage() + ".", e);
      case IllegalArgumentException e when isSentence(e.getMessage()) ->
          CliException.failed(String.valueOf(e.getMessage()), e);
      case UncheckedIOException e -> CliException.failed(reason(e), e);
      case IOException e -> CliException.failed(reason(e), e);
      default ->
          CliException.failed(
              "Something broke in the command line itself: "
                  + thrown
                  + ". Set ASSENT_TRACE=1 to see where.",
              thrown);
    };
  }

  /** What an I/O failure is about, in words; the JDK often names the file and nothing else. */
  public static String reason(Throwable failure) {
    Throwable innermost = failure;
    while (innermost.getCause() != null) {
      innermost = innermost.getCause();
    }
    return switch (innermost) {
      case AccessDeniedException e -> "No permission for " + e.getFile() + ".";
      case NoSuchFileException e -> "There is no file " + e.getFile() + ".";
      case FileSystemException e ->
          "Cannot use "
              + e.getFile()
              + ": "
              + (e.getReason() == null ? e.getClass().getSimpleName() : e.getReason())
              + ".";
      default ->
          innermost.getMessage() == null
              ? innermost.getClass().getSimpleName() + "."
              : innermost.getMessage() + (innermost.getMessage().endsWith(".") ? "" : ".");
    };
  }

  /** Messages of our own libraries are sentences; those of others are shown with their type. */
  private static boolean isSentence(@org.jspecify.annotations.Nullable String message) {
    return message != null && message.startsWith("Expected ");
  }
}
