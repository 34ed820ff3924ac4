package dev.assent.intake.kafka;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.outcome.Refusal;
import dev.assent.intake.domain.Sender;
import dev.assent.intake.domain.SubmissionParser;
import org.jspecify.annotations.Nullable;

/** A record of the topic {@code intents}, read as far as can be without its intent's state. */
public sealed interface Inbound {

  /** The input's own id: what follows from it names it as its cause. */
  String input();

  /**
   * One that names its intent.
   *
   * @param origin where it stood first
   * @param idempotencyKey the sender's own key, if it came outside the body
   */
  record Readable(
      String input,
      IntentId intent,
      String origin,
      Sender sender,
      SubmissionParser.Form form,
      ObjectNode submission,
      @Nullable String idempotencyKey,
      @Nullable String traceparent)
      implements Inbound {}

  /** One that is none, and why. */
  record Unreadable(String input, Refusal refusal) implements Inbound {}
}
