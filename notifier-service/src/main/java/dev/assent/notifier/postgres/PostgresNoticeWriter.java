package dev.assent.notifier.postgres;

import dev.assent.contract.id.IntentId;
import dev.assent.notifier.domain.Delivery;
import dev.assent.notifier.domain.Notice;
import dev.assent.notifier.domain.NoticeChanges;
import dev.assent.notifier.domain.Receipt;
import dev.assent.notifier.domain.Subject;
import dev.assent.notifier.domain.Texts;
import dev.assent.notifier.kafka.NoticeWriter;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
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
    subjects(db, changes.subjects());
    notices(db, changes.deliveries().stream().map(Delivery::notice).distinct().toList());
    deliveries(db, changes.deliveries());
    receipts(db, changes.receipts());
    ended(db, changes.ended());
  }

  private static void subjects(Connection db, Collection<Subject> subjects) throws SQLException {
    if (subjects.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = db.prepareStatement(SUBJECTS)) {
      statement.setArray(1, Columns.array(db, "uuid", subjects, s -> s.intent().value()));
      statement.setArray(2, Columns.array(db, "text", subjects, s -> storable(s.type())));
      statement.setArray(3, Columns.array(db, "text", subjects, s -> storable(s.sender())));
      statement.setArray(4, Columns.array(db, "text", subjects, s -> storable(s.title())));
      statement.executeUpdate();
    }
  }

  private static void notices(Connection db, List<Notice> notices) throws SQLException {
    if (notices.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = db.prepareStatement(NOTICES)) {
      statement.setArray(1, Columns.array(db, "uuid", notices, Notice::id));
      statement.setArray(2, Columns.array(db, "json", notices, NoticeJson::write));
      statement.executeUpdate();
    }
  }

  private static void deliveries(Connection db, Collection<Delivery> rows) throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = db.prepareStatement(DELIVERIES)) {
      statement.setArray(1, Columns.array(db, "uuid", rows, Delivery::id));
      statement.setArray(2, Columns.array(db, "uuid", rows, d -> d.notice().id()));
      statement.setArray(3, Columns.array(db, "uuid", rows, d -> d.notice().intent().value()));
      statement.setArray(4, Columns.array(db, "int4", rows, Delivery::partition));
      statement.setArray(5, Columns.array(db, "int8", rows, d -> d.notice().sequence()));
      statement.setArray(6, Columns.array(db, "text", rows, d -> d.notice().kind().name()));
      statement.setArray(7, Columns.array(db, "text", rows, d -> d.channel().name()));
      statement.setArray(8, Columns.array(db, "text", rows, d -> d.lane().name()));
      statement.setArray(9, Columns.array(db, "text", rows, d -> d.recipient().id()));
      statement.setArray(10, Columns.array(db, "timestamptz", rows, d -> d.notice().at()));
      statement.executeUpdate();
    }
    update(db, OVERTAKEN, Columns.array(db, "uuid", rows, Delivery::id));
  }

  private static void receipts(Connection db, Collection<Receipt> receipts) throws SQLException {
    if (receipts.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = db.prepareStatement(RECEIPTS)) {
      statement.setArray(1, Columns.array(db, "uuid", receipts, Receipt::delivery));
      statement.setArray(2, Columns.array(db, "text", receipts, r -> r.state().name()));
      statement.setArray(3, Columns.array(db, "int4", receipts, Receipt::attempts));
      statement.setArray(4, Columns.array(db, "text", receipts, r -> storable(r.reason())));
      statement.executeUpdate();
    }
    update(db, OUTLIVED, Columns.array(db, "uuid", receipts, Receipt::delivery));
  }

  private static void ended(Connection db, Map<IntentId, Long> ended) throws SQLException {
    if (ended.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = db.prepareStatement(ENDED)) {
      statement.setArray(1, Columns.array(db, "uuid", ended.keySet(), IntentId::value));
      statement.setArray(2, Columns.array(db, "int8", ended.values(), s -> s));
      statement.executeUpdate();
    }
  }

  private static void update(Connection db, String sql, Array ids) throws SQLException {
    try (PreparedStatement statement = db.prepareStatement(sql)) {
      statement.setArray(1, ids);
      statement.executeUpdate();
    }
  }

  private static @Nullable String storable(@Nullable String text) {
    return text == null ? null : Texts.storable(text);
  }
}
