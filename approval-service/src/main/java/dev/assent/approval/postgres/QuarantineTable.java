package dev.assent.approval.postgres;

import dev.assent.approval.projection.ApprovalRow.QuarantineRow;
import dev.assent.eventlog.postgres.Columns;
import dev.assent.eventlog.postgres.Writes;
import java.util.List;

/** Writes {@code approval.quarantine}. */
final class QuarantineTable {

  private static final String WRITE =
      """
      insert into approval.quarantine (key, topic, partition, "offset", reason, at)
      select key, topic, part, at_offset, reason, at::timestamptz
      from unnest(?::text[], ?::text[], ?::int[], ?::bigint[], ?::text[], ?::text[])
        as u(key, topic, part, at_offset, reason, at)
      on conflict do nothing
      """;

  private QuarantineTable() {}

  static void write(Writes writes, List<QuarantineRow> rows) {
    writes.add(
        WRITE,
        new Columns<>(rows)
            .add("text", row -> Cells.text(row.key()))
            .add("text", QuarantineRow::topic)
            .add("int4", QuarantineRow::partition)
            .add("int8", QuarantineRow::offset)
            .add("text", row -> Cells.text(row.reason()))
            .add("text", row -> Cells.time(row.at())));
  }
}
