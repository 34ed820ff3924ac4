package dev.assent.approval.postgres;

import dev.assent.approval.projection.ApprovalRow.Birth;
import dev.assent.approval.projection.ApprovalRow.SubjectRow;
import dev.assent.eventlog.postgres.Columns;
import dev.assent.eventlog.postgres.Writes;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Writes {@code approval.subjects}. */
final class SubjectTable {

  private static final String WRITE =
      """
      insert into approval.subjects (intent_id, sequence, type, "from", "to", reply_to,
        correlation_id, created_at, title, payload, payload_digest)
      select id, sequence, type, f, t, reply_to, correlation_id, created_at::timestamptz, title,
        payload::json, payload_digest
      from unnest(?::uuid[], ?::bigint[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
          ?::text[], ?::text[], ?::text[], ?::text[])
        as u(id, sequence, type, f, t, reply_to, correlation_id, created_at, title, payload,
          payload_digest)
      on conflict (intent_id) do update
      set sequence = excluded.sequence,
          type = coalesce(excluded.type, subjects.type),
          "from" = coalesce(excluded."from", subjects."from"),
          "to" = coalesce(excluded."to", subjects."to"),
          reply_to = coalesce(excluded.reply_to, subjects.reply_to),
          correlation_id = coalesce(excluded.correlation_id, subjects.correlation_id),
          created_at = coalesce(excluded.created_at, subjects.created_at),
          title = coalesce(excluded.title, subjects.title),
          payload = coalesce(excluded.payload, subjects.payload),
          payload_digest = coalesce(excluded.payload_digest, subjects.payload_digest)
      where subjects.sequence <= excluded.sequence
      """;

  private SubjectTable() {}

  static void write(Writes writes, List<SubjectRow> rows) {
    writes.add(
        WRITE,
        new Columns<>(rows)
            .add("uuid", row -> row.intent().value())
            .add("int8", SubjectRow::sequence)
            .add("text", row -> birth(row, Birth::type))
            .add("text", row -> birth(row, Birth::from))
            .add("text", row -> birth(row, Birth::to))
            .add("text", row -> birth(row, Birth::replyTo))
            .add("text", row -> birth(row, Birth::correlationId))
            .add("text", row -> row.birth() == null ? null : Cells.time(row.birth().at()))
            .add("text", row -> Cells.text(row.title()))
            .add("text", row -> Cells.json(row.payload()))
            .add("text", row -> Cells.text(row.payloadDigest())));
  }

  private static @Nullable String birth(
      SubjectRow row, Function<Birth, @Nullable String> component) {
    Birth birth = row.birth();
    return birth == null ? null : Cells.text(component.apply(birth));
  }
}
