package dev.assent.edge.problem;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.assent.access.TooManyAttemptsException;
import dev.assent.edge.Problem;
import dev.assent.edge.ProblemException;
import dev.assent.eventlog.ask.AnswerTimeoutException;
import io.vertx.core.http.HttpClosedException;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** The problem that an exception is, if it is one that can be foreseen. */
final class ProblemFinder {

  private ProblemFinder() {}

  static Optional<Problem> find(Throwable thrown) {
    Throwable cause = unwrap(thrown);
    return switch (cause) {
      case ProblemException e -> Optional.of(e.problem());
      case TooManyAttemptsException e -> Optional.of(tooManyAttempts(e));
      case AnswerTimeoutException _ -> Optional.of(noAnswerYet());
      case MismatchedInputException e -> Optional.of(wrongShape(e));
      case StreamReadException e -> Optional.of(noJson(e));
      case WebApplicationException e when e.getCause() instanceof JacksonException json ->
          Optional.of(json instanceof StreamReadException ? noJson(json) : wrongShape(json));
      case WebApplicationException e -> ofStatus(e);
      case HttpClosedException _ -> Optional.of(interrupted());
      case IOException e when isTooLarge(e) -> Optional.of(ofStatus(413));
      default -> Outages.find(cause);
    };
  }

  /** Stages wrap what they failed with. */
  static Throwable unwrap(Throwable thrown) {
    Throwable cause = thrown.getCause();
    return switch (thrown) {
      case CompletionException _ when cause != null -> unwrap(cause);
      case ExecutionException _ when cause != null -> unwrap(cause);
      default -> thrown;
    };
  }

  /** What the reader of a body throws that goes on without end; see VertxInputStream. */
  private static boolean isTooLarge(IOException e) {
    return "Request too large".equals(e.getMessage());
  }

  /** Nobody reads this one. */
  private static Problem interrupted() {
    return Problem.of(400, "malformed", "Expected a whole request, but the connection was closed.");
  }

  private static Problem tooManyAttempts(TooManyAttemptsException e) {
    return Problem.of(429, "rate_limit_exceeded", String.valueOf(e.getMessage()))
        .withRetryAfter(e.retryAfter().plusMillis(999).toSeconds());
  }

  private static Problem noAnswerYet() {
    return Problem.of(
            503,
            "answer_timeout",
            "Expected an answer from the log by now, but none came yet; the request may still take"
                + " effect. Send it again with the same Idempotency-Key.")
        .withRetryAfter(1);
  }

  /** Where, and never what: the body may hold anything. */
  private static Problem noJson(JacksonException e) {
    return Problem.of(
        400, "malformed", "Expected a body of JSON, but it breaks" + place(e.getLocation()) + ".");
  }

  private static Problem wrongShape(JacksonException e) {
    return Problem.of(
        422,
        "malformed",
        "Expected another kind of value" + place(e.getLocation()) + " of the body.");
  }

  private static String place(@Nullable JsonLocation at) {
    return at == null || at.getLineNr() < 1
        ? ""
        : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
  }

  private static Optional<Problem> ofStatus(WebApplicationException e) {
    int status = e.getResponse().getStatus();
    if (status >= 500) {
      return Optional.empty();
    }
    String allow = e.getResponse().getHeaderString("Allow");
    return Optional.of(
        allow == null ? ofStatus(status) : ofStatus(status).withHeader("Allow", allow));
  }

  private static Problem ofStatus(int status) {
    return Problem.of(status, StatusWords.code(status), StatusWords.sentence(status));
  }
}
