package dev.assent.intake.query;

import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.IntentStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What can be asked of the view. Blocks; never holds a connection between calls. */
public interface IntentReads {

  Optional<IntentView> find(IntentId id);

  /** All events of the intent, in order; empty if there is no such intent. */
  List<RecordedEvent> events(IntentId id);

  /** Whether this name sent the intent or has a part in it. */
  boolean isParty(IntentId id, String name);

  /**
   * The youngest intents first.
   *
   * @param party whose intents; null: everybody's
   * @param statuses in which they stand; empty: in any
   */
  List<IntentView> list(@Nullable String party, Set<IntentStatus> statuses, int limit);

  /** What this agent was given after this number and has not answered, in order. */
  List<Delivered> deliveries(String agent, long after, int limit);
}
