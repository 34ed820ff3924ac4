package dev.assent.auditor.view;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.envelope.Envelope;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.id.IntentId;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.IntentAcknowledged;
import dev.assent.contract.json.EventCodec;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.testbackends.TestPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppliedFactsIT {

  private static final IntentId KNOWN = IntentId.of("6f1c2d34-0a4b-4c1e-9d35-5f6f0a2b7c11");
  private static final IntentId UNKNOWN = IntentId.of("6f1c2d34-0a4b-4c1e-9d35-5f6f0a2b7c12");

  @TempDir Path folder;

  @Test
  void shouldTellByTheStateOfAnIntentWhatTheViewHasInIt() throws SQLException {
    // given
    try (TestPostgres server = TestPostgres.start(folder)) {
      try (Connection db = server.connect();
          Statement statement = db.createStatement()) {
        statement.execute("create schema sample");
        statement.execute("create table sample.view_position (partition int, next_offset bigint)");
        statement.execute("create table sample.states (intent_id uuid, sequence bigint)");
        statement.execute("insert into sample.states values ('" + KNOWN + "', 3)");
      }

      // when
      try (LiveViews live = LiveViews.open(server.dataSource(), List.of("sample"))) {
        AppliedFacts applied = new AppliedFacts(live, "sample.states");

        // then
        assertThat(applied.test(fact(KNOWN, 2))).isTrue();
        assertThat(applied.test(fact(KNOWN, 3))).isTrue();
        assertThat(applied.test(fact(KNOWN, 4))).isFalse();
        assertThat(applied.test(fact(UNKNOWN, 1))).isFalse();
        assertThat(applied.test(fact(UNKNOWN, 2))).as("asked for a second time").isFalse();
        assertThat(applied.test(unreadable())).isFalse();
      }
    }
  }

  private static LogRecord fact(IntentId intent, long sequence) {
    Envelope envelope =
        new Envelope(
            intent, sequence, Instant.parse("2026-11-23T09:00:00Z"), "approval", "c", "i", null);
    WireRecord wire =
        EventCodec.encode(
            new RecordedEvent(envelope, new IntentAcknowledged("work", Actor.system("agent"))));
    return new LogRecord("t.events", 0, sequence, wire.key(), wire.headers(), wire.value(), 0);
  }

  private static LogRecord unreadable() {
    return new LogRecord("t.events", 0, 9, "?", Map.of(), new byte[0], 0);
  }
}
