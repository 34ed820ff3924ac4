package dev.assent.timer.kafka;

import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.json.EventCodec;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.view.OwnedPartitions;
import dev.assent.eventlog.view.Projection;
import dev.assent.kernel.process.Effect;
import dev.assent.timer.domain.Timer;
import dev.assent.timer.domain.TimerChanges;
import dev.assent.timer.due.Alarm;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the table of timers: what is armed and cancelled follows from the events, and from nothing
 * else, so an empty table fills with the same rows again.
 *
 * <p>An event that cannot be read is logged and passed by. Its intent may then miss a timer, which
 * is for a person to mend; that of every other intent in the partition must not wait for it.
 */
public final class TimerProjection implements Projection {

  private static final Logger LOG = LoggerFactory.getLogger(TimerProjection.class);

  private final Function<RecordedEvent, List<Effect>> reactions;
  private final TimerWriter writer;
  private final OwnedPartitions owned;
  private final Alarm alarm;

  /**
   * A projection for one loop.
   *
   * @param reactions what follows from an event: the kernel's
   * @param owned shared by all loops of this instance
   */
  public TimerProjection(
      Function<RecordedEvent, List<Effect>> reactions,
      TimerWriter writer,
      OwnedPartitions owned,
      Alarm alarm) {
    this.reactions = reactions;
    this.writer = writer;
    this.owned = owned;
    this.alarm = alarm;
  }

  @Override
  public void apply(Connection db, int partition, List<LogRecord> facts) throws SQLException {
    TimerChanges changes = new TimerChanges(partition);
    for (LogRecord fact : facts) {
      fold(changes, fact);
    }
    writer.write(db, changes);
    earliest(changes).ifPresent(alarm::announce);
  }

  @Override
  public void owned(Collection<Integer> partitions) {
    owned.add(partitions);
    alarm.wake();
  }

  @Override
  public void released(Collection<Integer> partitions) {
    owned.remove(partitions);
  }

  private void fold(TimerChanges changes, LogRecord fact) {
    try {
      RecordedEvent event =
          EventCodec.decode(new WireRecord(fact.key(), fact.headers(), fact.value()));
      for (Effect effect : reactions.apply(event)) {
        changes.add(event.envelope().intentId(), event.sequence(), effect);
      }
    } catch (RuntimeException e) {
      LOG.error(
          "no timers from event partition={} offset={} intent={}: it cannot be read",
          fact.partition(),
          fact.offset(),
          fact.key(),
          e);
    }
  }

  private static Optional<Instant> earliest(TimerChanges changes) {
    return changes.armed().stream().map(Timer::dueAt).min(Comparator.naturalOrder());
  }
}
