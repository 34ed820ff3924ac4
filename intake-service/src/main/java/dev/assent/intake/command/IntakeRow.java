package dev.assent.intake.command;

import dev.assent.contract.id.IntentId;
import java.time.Instant;

/** A row of the view besides the state of an intent. */
public sealed interface IntakeRow {

  /**
   * An event as it stands in the log.
   *
   * @param body its JSON
   */
  record Event(
      IntentId intent,
      long sequence,
      Instant at,
      String type,
      String source,
      String correlationId,
      String causationId,
      String body)
      implements IntakeRow {}

  /** Somebody who may see the intent, because they sent it or have a part in it. */
  record Party(String name, Instant createdAt, IntentId intent) implements IntakeRow {}

  /**
   * A step put before an agent: one frame of its stream.
   *
   * @param sequence of the event that delivered it
   */
  record Delivery(String agent, IntentId intent, long sequence, String step, int attempt)
      implements IntakeRow {}

  /** All deliveries of the intent before this event are over. */
  record Answered(IntentId intent, long sequence) implements IntakeRow {}
}
