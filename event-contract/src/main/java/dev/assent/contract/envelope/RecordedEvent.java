package dev.assent.contract.envelope;

import dev.assent.contract.intent.IntentEvent;

/** An event with its envelope: a line of the log. */
public record RecordedEvent(Envelope envelope, IntentEvent event) {

  public long sequence() {
    return envelope.sequence();
  }
}
