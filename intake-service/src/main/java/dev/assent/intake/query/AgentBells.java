package dev.assent.intake.query;

import dev.assent.contract.envelope.UnreadableRecordException;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.IntentDelivered;
import dev.assent.contract.json.EventCodec;
import dev.assent.eventlog.append.LogRecord;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Wakes the streams of an agent when a step is put before it. */
public final class AgentBells {

  private static final Logger LOG = LoggerFactory.getLogger(AgentBells.class);
  private static final String DELIVERED = "dev.assent.intent.delivered.";

  private final ConcurrentHashMap<String, List<Newest<IntentId>>> listeners =
      new ConcurrentHashMap<>();

  /** A stream's own bell: it rings with the intent that was delivered. */
  public final class Bell implements AutoCloseable {

    private final String agent;
    private final Newest<IntentId> rings = new Newest<>();

    private Bell(String agent) {
      this.agent = agent;
    }

    Newest<IntentId> rings() {
      return rings;
    }

    @Override
    public void close() {
      listeners.computeIfPresent(
          agent,
          (address, all) -> {
            all.remove(rings);
            return all.isEmpty() ? null : all;
          });
    }
  }

  public Bell listen(String agent) {
    Bell bell = new Bell(agent);
    listeners.compute(
        agent,
        (address, others) -> {
          // Within the map's lock: the last of the others may close and take the list away.
          List<Newest<IntentId>> all = others == null ? new CopyOnWriteArrayList<>() : others;
          all.add(bell.rings);
          return all;
        });
    return bell;
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
        listeners
            .getOrDefault(delivered.agent(), List.of())
            .forEach(rings -> rings.add(recorded.envelope().intentId()));
      }
    } catch (UnreadableRecordException e) {
      // The view has quarantined it; here it only wakes nobody.
      LOG.debug("an unreadable delivery wakes no agent", e);
    }
  }
}
