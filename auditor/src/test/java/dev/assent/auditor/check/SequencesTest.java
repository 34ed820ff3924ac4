package dev.assent.auditor.check;

import static dev.assent.auditor.check.Looked.sentences;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.auditor.CheckReport;
import dev.assent.contract.envelope.RecordedEvent;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.intent.Actor;
import dev.assent.contract.intent.IntentCanceled;
import dev.assent.contract.json.EventCodec;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SequencesTest {

  private final MadeUpLog log = new MadeUpLog();

  @Test
  void shouldFindNothingInWhatAssentWrites() {
    // given
    Tale.approved(log, 1);
    Tale.waiting(log, 2);

    // when
    CheckReport report = Looked.at(log).sequences();

    // then
    assertThat(sentences(report)).isEmpty();
    assertThat(report.checked()).containsEntry("intents", 2L).containsEntry("events", 8L);
  }

  @Test
  void shouldFindAGap() {
    // given
    Tale tale = Tale.approved(log, 1);
    log.remove(MadeUpLog.TOPICS.events(), 1);

    // when
    CheckReport report = Looked.at(log).sequences();

    // then
    assertThat(sentences(report))
        .containsExactly(
            "t.events-0@2, intent " + tale.id + ": expected sequence 2, but there is sequence 3");
  }

  @Test
  void shouldFindADouble() {
    // given
    Tale tale = Tale.waiting(log, 1);
    RecordedEvent again =
        tale.recorded(2, new IntentCanceled("x", Actor.system("x")), "approval", "x");
    long offset = tale.add(again);

    // when
    CheckReport report = Looked.at(log).sequences();

    // then
    assertThat(sentences(report))
        .containsExactly(
            "t.events-0@%d, intent %s: expected sequence 4, but there is sequence 2"
                .formatted(offset, tale.id));
  }

  @Test
  void shouldFindAnEventUnderAnotherKey() {
    // given
    Tale tale = Tale.waiting(log, 1);
    WireRecord wire =
        EventCodec.encode(
            tale.recorded(4, new IntentCanceled("x", Actor.system("x")), "approval", "x"));
    log.add(MadeUpLog.TOPICS.events(), new WireRecord("else", wire.headers(), wire.value()));

    // when
    CheckReport report = Looked.at(log).sequences();

    // then
    assertThat(sentences(report)).singleElement().asString().contains("another key");
  }

  @Test
  void shouldFindARecordThatIsNoEvent() {
    // given
    log.add(MadeUpLog.TOPICS.events(), new WireRecord("key", Map.of(), new byte[0]));

    // when
    CheckReport report = Looked.at(log).sequences();

    // then
    assertThat(sentences(report)).singleElement().asString().contains("a record that is none");
  }

  @Test
  void shouldShowTheFirstFlawsAndCountTheRest() {
    // given
    for (int i = 0; i < Looked.SHOWN + 5; i++) {
      log.add(MadeUpLog.TOPICS.events(), new WireRecord("key", Map.of(), new byte[0]));
    }

    // when
    CheckReport report = Looked.at(log).sequences();

    // then
    assertThat(report.flaws()).isEqualTo(Looked.SHOWN + 5);
    assertThat(report.findings()).hasSize(Looked.SHOWN);
  }
}
