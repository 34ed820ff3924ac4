package dev.assent.notifier.postgres;

import dev.assent.contract.id.IntentId;
import dev.assent.eventlog.postgres.Columns;
import dev.assent.eventlog.postgres.StorableText;
import dev.assent.eventlog.postgres.Writes;
import dev.assent.notifier.domain.Delivery;
import dev.assent.notifier.domain.Notice;
import dev.assent.notifier.domain.NoticeChanges;
import dev.assent.notifier.domain.Receipt;
import dev.assent.notifier.domain.Subject;
import dev.assent.notifier.kafka.NoticeWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The projection's side of the deliveries: at most one statement a table and a kind of change.
 *
 * <p>Order matters little, for what is compared is the sequence of events and the state of rows;
 * but rows come first, so that a batch which asks for a delivery and reports it finds it.
 */
public final class PostgresNoticeWriter implements NoticeWriter {

  private static final String ASKING = "('TASK_ASSIGNED', 'REMINDER', 'ESCALATED')";

  private static final String SUBJECTS =
      """
      insert into notifier.subjects as s (intent_id, intent_type, sender, title)
      select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[])
      on conflict (intent_id) do update
      set intent_type = coalesce(excluded.intent_type, s.intent_type),
          sender = coalesce(excluded.sender, s.sender),
          title = coalesce(excluded.title, s.title)""";

  private static final String NOTICES =
      """
      insert into notifier.notices (id, document)
      select * from unnest(?::uuid[], ?::json[])
      on conflict (id) do nothing""";

  private static final String DELIVERIES =
      """
      insert into notifier.deliveries
        (id, notice_id, intent_id, partition, sequence, kind, channel, lane, recipient,
         next_attempt_at)
      select * from unnest(?::uuid[], ?::uuid[], ?::uuid[], ?::int[], ?::bigint[], ?::text[],
        ?::text[], ?::text[], ?::text[], ?::timestamptz[])
      on conflict (id) do nothing""";

  private static final String RECEIPTS =
      """
      update notifier.deliveries d
      set state = r.state, attempts = greatest(d.attempts, r.attempts), last_error = r.reason
      from unnest(?::uuid[], ?::text[], ?::int[], ?::text[]) as r(id, state, attempts, reason)
      where d.id = r.id and d.state <> 'DELIVERED'""";

  /** A newer mail about the same intent says it all: older ones that nobody tried are dropped. */
  private static final String OVERTAKEN =
      """
      update notifier.deliveries o set state = 'SUPERSEDED'
      from notifier.deliveries n
      where n.id = any(?::uuid[]) and n.lane = 'email' and n.kind in %s
        and o.intent_id = n.intent_id and o.recipient = n.recipient and o.lane = 'email'
        and o.kind in %s and o.sequence < n.sequence and o.state = 'PENDING' and o.attempts = 0"""
          .formatted(ASKING, ASKING);

  /** Once a newer mail arrived, older ones that are still tried are dropped too. */
  private static final String OUTLIVED =
      """
      update notifier.deliveries o set state = 'SUPERSEDED'
      from notifier.deliveries n
      where n.id = any(?::uuid[]) and n.state = 'DELIVERED' and n.lane = 'email'
        and o.intent_id = n.intent_id and o.recipient = n.recipient and o.lane = 'email'
        and o.kind in %s and o.sequence < n.sequence and o.state = 'PENDING'"""
          .formatted(ASKING);

  private static final String ENDED =
      """
      update notifier.deliveries d set state = 'SUPERSEDED'
      from unnest(?::uuid[], ?::bigint[]) as e(intent_id, sequence)
      where d.intent_id = e.intent_id and d.sequence < e.sequence and d.state = 'PENDING'
        and d.kind in %s"""
          .formatted(ASKING);

  @Override
  public void write(Connection db, NoticeChanges changes) throws SQLException {
    Writes writes = new Writes();
    subjects(writes, changes.subjects());
    notices(writes, changes.deliveries().stream().map(Delivery::notice).distinct().toList());
    deliveries(writes, changes.deliveries());
    receipts(writes, changes.receipts());
    ended(writes, changes.ended());
    writes.execute(db);
  }

  private static void subjects(Writes writes, Collection<Subject> subjects) {
    writes.add(
        SUBJECTS,
        new Columns<>(subjects)
            .add("uuid", s -> s.intent().value())
            .add("text", s -> storable(s.type()))
            .add("text", s -> storable(s.sender()))
            .add("text", s -> storable(s.title())));
  }

  private static void notices(Writes writes, List<Notice> notices) {
    writes.add(
        NOTICES, new Columns<>(notices).add("uuid", Notice::id).add("json", NoticeJson::write));
  }

  private static void deliveries(Writes writes, Collection<Delivery> rows) {
    writes.add(
        DELIVERIES,
        new Columns<>(rows)
            .add("uuid", Delivery::id)
            .add("uuid", d -> d.notice().id())
            .add("uuid", d -> d.notice().intent().value())
            .add("int4", Delivery::partition)
            .add("int8", d -> d.notice().sequence())
            .add("text", d -> d.notice().kind().name())
            .add("text", d -> d.channel().name())
            .add("text", d -> d.lane().name())
            .add("text", d -> d.recipient().id())
            .add("timestamptz", d -> d.notice().at()));
    writes.add(OVERTAKEN, new Columns<>(rows).add("uuid", Delivery::id));
  }

  private static void receipts(Writes writes, Collection<Receipt> receipts) {
    writes.add(
        RECEIPTS,
        new Columns<>(receipts)
            .add("uuid", Receipt::delivery)
            .add("text", r -> r.state().name())
            .add("int4", Receipt::attempts)
            .add("text", r -> storable(r.reason())));
    writes.add(OUTLIVED, new Columns<>(receipts).add("uuid", Receipt::delivery));
  }

  private static void ended(Writes writes, Map<IntentId, Long> ended) {
    writes.add(
        ENDED,
        new Columns<>(ended.entrySet())
            .add("uuid", each -> each.getKey().value())
            .add("int8", Map.Entry::getValue));
  }

  private static @Nullable String storable(@Nullable String text) {
    return text == null ? null : StorableText.of(text);
  }
}
