package dev.assent.approval.process;

import static dev.assent.approval.process.Desk.ADA;
import static dev.assent.approval.process.Desk.DIGEST;
import static dev.assent.approval.process.Desk.decision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.intent.IntentCanceled;
import dev.assent.contract.json.EventCodec;
import dev.assent.contract.json.EventHash;
import dev.assent.eventlog.append.LogRecord;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each event names the hash of the one before it. */
class ChainTest {

  @Test
  void shouldChainWhatItDecidesToWhatTheLogHolds() {
    // given
    Desk desk = new Desk();
    LogRecord submitted = desk.submitted();
    List<LogRecord> log = new ArrayList<>(List.of(submitted));

    // when
    desk.take(desk.created()).take(submitted);
    log.addAll(desk.echo());
    desk.take(desk.signal("signal-1", decision(ADA, "approved", DIGEST)));
    desk.echo().stream().filter(each -> each.topic().equals(submitted.topic())).forEach(log::add);

    // then
    assertThat(log).hasSizeGreaterThan(3);
    for (int i = 1; i < log.size(); i++) {
      assertThat(previous(log.get(i)))
          .as("event %d", i + 2)
          .isEqualTo(EventHash.of(Keys.wire(log.get(i - 1))));
    }
    assertThat(desk.state.head()).isEqualTo(EventHash.of(Keys.wire(log.getLast())));
  }

  @Test
  void shouldQuarantineAnIntentWhoseNextEventFollowsAnotherHistory() {
    // given
    Desk desk = Desk.waiting();

    // when
    desk.take(chained(desk, "0".repeat(64)));

    // then
    assertThat(desk.state.quarantine()).contains("event 4", "another hash");
  }

  @Test
  void shouldReadALogFromBeforeTheChain() {
    // given
    Desk desk = Desk.waiting();

    // when
    desk.take(chained(desk, null));

    // then
    assertThat(desk.state.quarantine()).isNull();
    assertThat(desk.state.intent().sequence()).isEqualTo(4);
  }

  private static LogRecord chained(Desk desk, String previous) {
    LogRecord fact = desk.fact(4, new IntentCanceled("no", ADA));
    RecordedEvent event = EventCodec.decode(Keys.wire(fact)).after(previous);
    WireRecord wire = EventCodec.encode(event);
    return desk.record(fact.topic(), wire);
  }

  private static String previous(LogRecord record) {
    return EventCodec.envelope(Keys.wire(record)).previousHash();
  }
}
