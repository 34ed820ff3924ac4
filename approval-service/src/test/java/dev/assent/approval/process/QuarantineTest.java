package dev.assent.approval.process;

import static dev.assent.approval.process.Desk.ADA;
import static dev.assent.approval.process.Desk.DIGEST;
import static dev.assent.approval.process.Desk.TOPICS;
import static dev.assent.approval.process.Desk.decision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.approval.projection.ApprovalRow.QuarantineRow;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.intent.IntentCanceled;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.eventlog.append.LogRecord;
import dev.assent.kernel.intent.IntentState;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QuarantineTest {

  @Test
  void shouldQuarantineAnIntentWhoseHistoryHasAGap() {
    // given
    Desk desk = new Desk();
    desk.take(desk.created());
    LogRecord gap = desk.fact(3, new IntentCanceled("no", ADA));

    // when
    desk.take(gap);

    // then
    assertThat(desk.state.quarantine()).contains("expected sequence 2");
    assertThat(desk.refused().refusal().code()).isEqualTo(RefusalCode.QUARANTINED);
    assertThat(desk.meters.counter("assent.approval.quarantined").count()).isEqualTo(1);
    assertThat(desk.rows.getLast())
        .isInstanceOfSatisfying(
            QuarantineRow.class, row -> assertThat(row.offset()).isEqualTo(gap.offset()));
  }

  @Test
  void shouldRefuseWhateverComesToAnIntentInQuarantine() {
    // given
    Desk desk = new Desk();
    desk.take(desk.fact(7, new IntentCanceled("no", ADA)));

    // when
    desk.take(desk.signal("signal-1", decision(ADA, "approved", DIGEST)));

    // then
    assertThat(desk.refused().refusal().code()).isEqualTo(RefusalCode.QUARANTINED);
    assertThat(desk.refused().input()).isEqualTo("signal-1");
    assertThat(desk.take(desk.created()).appended).isEmpty();
  }

  @Test
  void shouldQuarantineAnIntentWithAnEventOfAnUnknownType() {
    // given
    Desk desk = new Desk();
    LogRecord known = desk.created();
    Map<String, String> headers = new HashMap<>(known.headers());
    headers.put("ce_type", "dev.assent.intent.teleported.v9");

    // when
    desk.take(desk.record(TOPICS.events(), new WireRecord(known.key(), headers, known.value())));

    // then
    assertThat(desk.state.quarantine()).contains("dev.assent.intent.teleported.v9");
    assertThat(desk.state.intent()).isInstanceOf(IntentState.NotCreated.class);
  }
}
