package dev.assent.intake.query;

import dev.assent.contract.envelope.UnreadableRecordException;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.IntentDelivered;
import dev.assent.contract.json.EventCodec;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.tail.Listeners;
import dev.assent.eventlog.tail.Tail;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wakes the streams of an agent when a step is put before it. */
public final class AgentBells {

  private static final Logger LOG = LoggerFactory.getLogger(AgentBells.class);
  private static final String DELIVERED = "dev.assent.intent.delivered.";

  private final Listeners<String, Newest<IntentId>> listeners = new Listeners<>();

  /** A stream's own bell: it rings with the intent that was delivered. */
  public static final class Bell implements AutoCloseable {

    private final Newest<IntentId> rings;
    private final Tail.Subscription place;

    private Bell(Newest<IntentId> rings, Tail.Subscription place) {
      this.rings = rings;
      this.place = place;
    }

    Newest<IntentId> rings() {
      return rings;
    }

    @Override
    public void close() {
      place.close();
    }
  }

  public Bell listen(String agent) {
    Newest<IntentId> rings = new Newest<>();
    return new Bell(rings, listeners.add(agent, rings));
  }

  /** Takes every new fact of the log; quick, and free while no agent listens. */
  public void saw(LogRecord fact) {
    String type = fact.header("ce_type");
    if (listeners.isEmpty() || type == null || !type.startsWith(DELIVERED)) {
      return;
    }
    try {
      var recorded = EventCodec.decode(new WireRecord(fact.key(), fact.headers(), fact.value()));
      if (recorded.event() instanceof IntentDelivered delivered) {
        listeners.of(delivered.agent()).forEach(rings -> rings.add(recorded.envelope().intentId()));
      }
    } catch (UnreadableRecordException e) {
      // The view has quarantined it; here it only wakes nobody.
      LOG.debug("an unreadable delivery wakes no agent", e);
    }
  }
}
