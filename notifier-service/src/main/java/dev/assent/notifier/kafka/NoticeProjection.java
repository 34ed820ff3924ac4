package dev.assent.notifier.kafka;

import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.json.EventCodec;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.eventlog.view.OwnedPartitions;
import dev.assent.eventlog.view.Projection;
import dev.assent.kernel.process.Effect;
import dev.assent.kernel.process.Effect.ArmTimer;
import dev.assent.kernel.process.Effect.CancelTimers;
import dev.assent.kernel.process.Effect.Notify;
import dev.assent.notifier.delivery.Bell;
import dev.assent.notifier.domain.Delivery;
import dev.assent.notifier.domain.Notice;
import dev.assent.notifier.domain.NoticeChanges;
import dev.assent.notifier.domain.Recipient;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the table of deliveries. Notices that follow from events become rows; receipts, which are
 * events too, give the rows their final state. So after a rebuild everything that was told before
 * is marked as told: no worker touches a partition before the log has been read to its end.
 *
 * <p>People who joined a group since, or got an address, are routed to as well when old events are
 * read again: they are told what is still asked, and of the rest only what is news.
 *
 * <p>An event that cannot be read is logged and passed by; its neighbours must not wait for it.
 */
public final class NoticeProjection implements Projection {

  private static final Logger LOG = LoggerFactory.getLogger(NoticeProjection.class);

  private final Function<RecordedEvent, List<Effect>> reactions;
  private final Recipients recipients;
  private final NoticeWriter writer;
  private final OwnedPartitions owned;
  private final Bell bell;

  /**
   * A projection for one loop.
   *
   * @param reactions what follows from an event: the kernel's
   * @param owned shared by all loops of this instance
   */
  public NoticeProjection(
      Function<RecordedEvent, List<Effect>> reactions,
      Recipients recipients,
      NoticeWriter writer,
      OwnedPartitions owned,
      Bell bell) {
    this.reactions = reactions;
    this.recipients = recipients;
    this.writer = writer;
    this.owned = owned;
    this.bell = bell;
  }

  @Override
  public void apply(Connection db, int partition, List<LogRecord> facts) throws SQLException {
    NoticeChanges changes = new NoticeChanges();
    for (LogRecord fact : facts) {
      fold(changes, fact);
    }
    writer.write(db, changes);
    if (!changes.deliveries().isEmpty()) {
      bell.ring();
    }
  }

  @Override
  public void owned(Collection<Integer> partitions) {
    owned.add(partitions);
    bell.ring();
  }

  @Override
  public void released(Collection<Integer> partitions) {
    owned.remove(partitions);
  }

  private void fold(NoticeChanges changes, LogRecord fact) {
    try {
      RecordedEvent event =
          EventCodec.decode(new WireRecord(fact.key(), fact.headers(), fact.value()));
      changes.add(event);
      for (Effect effect : reactions.apply(event)) {
        switch (effect) {
          case Notify told -> tell(changes, event, fact.partition(), told);
          case ArmTimer _ -> {}
          case CancelTimers _ -> {}
        }
      }
    } catch (RuntimeException e) {
      LOG.error(
          "nobody is told of event partition={} offset={} intent={}: it cannot be read",
          fact.partition(),
          fact.offset(),
          fact.key(),
          e);
    }
  }

  private void tell(NoticeChanges changes, RecordedEvent event, int partition, Notify told) {
    Notice notice = Notice.of(event.envelope(), told);
    for (Recipient recipient : recipients.of(notice.id(), told)) {
      changes.add(Delivery.of(notice, partition, recipient));
    }
  }
}
