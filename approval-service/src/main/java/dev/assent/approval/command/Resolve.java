package dev.assent.approval.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.ErrorInfo;
import dev.assent.contract.intent.IntentStatus;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.signal.Signal;
import dev.assent.contract.signal.Signal.ResolveSubmitted;
import dev.assent.edge.RefusedException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the wish to end an intent. */
public final class Resolve {

  private Resolve() {}

  /**
   * What the body wants.
   *
   * @throws RefusedException if it names no status that can be asked for
   */
  public static Signal signal(ObjectNode body, Actor by) {
    IntentStatus status = status(Resume.text(body, "status"));
    JsonNode result = body.path("result");
    return new ResolveSubmitted(
        by,
        status,
        result.isMissingNode() || result.isNull() ? null : result,
        status == IntentStatus.FAILED ? error(body) : null,
        reason(body));
  }

  /** The same for a cancellation. */
  public static Signal cancel(ObjectNode body, Actor by) {
    return new ResolveSubmitted(by, IntentStatus.CANCELED, null, null, reason(body));
  }

  private static @Nullable String reason(ObjectNode body) {
    return TaskAnswer.checked(Resume.text(body, "reason"));
  }

  private static IntentStatus status(@Nullable String text) {
    return switch (text == null ? "" : text.toUpperCase(Locale.ROOT)) {
      case "COMPLETED" -> IntentStatus.COMPLETED;
      case "FAILED" -> IntentStatus.FAILED;
      case "CANCELED", "CANCELLED" -> IntentStatus.CANCELED;
      default ->
          throw new RefusedException(
              RefusalCode.MALFORMED,
              "Expected status to be COMPLETED, FAILED or CANCELED, but "
                  + (text == null ? "there is none" : "came another"));
    };
  }

  private static ErrorInfo error(ObjectNode body) {
    JsonNode error = body.path("error");
    String reason = body.path("reason").asText("no reason given");
    return new ErrorInfo(
        error.path("code").asText("failed"),
        error.isTextual() ? error.asText() : error.path("message").asText(reason));
  }
}
