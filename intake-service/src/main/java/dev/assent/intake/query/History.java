package dev.assent.intake.query;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assent.contract.axp.AxpEvent;
import dev.assent.contract.axp.AxpProgress;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.intent.IntentEnding;
import dev.assent.contract.intent.IntentStatus;
import java.util.ArrayList;
import java.util.List;

/** The events of one intent told in order: each is rendered with where the intent stood before. */
public final class History {

  private AxpProgress progress = AxpProgress.plain(IntentStatus.CREATED);
  private long told;
  private boolean ended;

  /** The sequence of the last event told; 0 before the first. */
  public long told() {
    return told;
  }

  /** Whether the last word on the intent was among them. */
  public boolean ended() {
    return ended;
  }

  /**
   * Tells the next event.
   *
   * @throws IllegalStateException if it is not the next
   */
  public ObjectNode tell(RecordedEvent event) {
    if (event.sequence() != told + 1) {
      throw new IllegalStateException("event " + event.sequence() + " after event " + told);
    }
    ObjectNode json = AxpEvent.render(event, progress);
    progress = progress.after(event.event());
    told = event.sequence();
    ended |= event.event() instanceof IntentEnding;
    return json;
  }

  /** Tells those of these events that were not told yet; those up to {@code seen} silently. */
  public List<ObjectNode> tellAfter(long seen, List<RecordedEvent> events) {
    List<ObjectNode> news = new ArrayList<>();
    for (RecordedEvent event : events) {
      if (event.sequence() > told) {
        ObjectNode json = tell(event);
        if (event.sequence() > seen) {
          news.add(json);
        }
      }
    }
    return news;
  }
}
