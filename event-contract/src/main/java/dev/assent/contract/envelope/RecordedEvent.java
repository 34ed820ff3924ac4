package dev.assent.contract.envelope;

import dev.assent.contract.intent.IntentEvent;
import org.jspecify.annotations.Nullable;

/** An event with its envelope: a line of the log. */
public record RecordedEvent(Envelope envelope, IntentEvent event) {

  /** The same, chained to the event that has this hash; null for the first of an intent. */
  public RecordedEvent after(@Nullable String previousHash) {
    return new RecordedEvent(envelope.after(previousHash), event);
  }

  public long sequence() {
    return envelope.sequence();
  }
}
