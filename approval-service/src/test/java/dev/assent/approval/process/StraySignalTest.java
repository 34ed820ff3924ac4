package dev.assent.approval.process;

import static dev.assent.approval.process.Desk.ADA;
import static dev.assent.approval.process.Desk.DIGEST;
import static dev.assent.approval.process.Desk.INTENT;
import static dev.assent.approval.process.Desk.TOPICS;
import static dev.assent.approval.process.Desk.decision;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.json.ContractJson;
import dev.assent.contract.outcome.RefusalCode;
import dev.assent.contract.outcome.RefusedInput;
import dev.assent.eventlog.append.LogRecord;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StraySignalTest {

  @Test
  void shouldRefuseASignalForAnIntentThatNobodySubmitted() {
    // given
    Desk desk = new Desk();

    // when
    desk.take(desk.signal("signal-1", decision(ADA, "approved", null)));

    // then
    assertThat(desk.refused().refusal().code()).isEqualTo(RefusalCode.INTENT_UNKNOWN);
    assertThat(desk.state.intent().sequence()).isZero();
  }

  @Test
  void shouldRefuseAnUnreadableSignalWithTheReasonAndItsBytes() {
    // given
    Desk desk = Desk.waiting();
    LogRecord good = desk.signal("signal-1", decision(ADA, "approved", DIGEST));
    byte[] bytes = "{\"outcome\":".getBytes(StandardCharsets.UTF_8);

    // when
    desk.take(desk.record(TOPICS.signals(), new WireRecord(good.key(), good.headers(), bytes)));

    // then
    RefusedInput refused = desk.refused();
    assertThat(refused.refusal().code()).isEqualTo(RefusalCode.MALFORMED);
    assertThat(refused.refusal().message()).contains("Expected JSON of DecisionSubmitted");
    assertThat(refused.input()).isEqualTo("signal-1");
    assertThat(Base64.getDecoder().decode(refused.original())).isEqualTo(bytes);
    assertThat(desk.state.quarantine()).isNull();
  }

  @Test
  void shouldRefuseASignalThatLacksWhatItMustHave() {
    // given
    Desk desk = Desk.waiting();
    LogRecord good = desk.signal("signal-1", decision(ADA, "approved", DIGEST));
    byte[] bytes = "{\"channel\":\"kafka\"}".getBytes(StandardCharsets.UTF_8);

    // when
    desk.take(desk.record(TOPICS.signals(), new WireRecord(good.key(), good.headers(), bytes)));

    // then
    assertThat(desk.refused().refusal().code()).isEqualTo(RefusalCode.MALFORMED);
    assertThat(desk.state.quarantine()).isNull();
  }

  @Test
  void shouldRefuseARecordThatIsNothingAtAll() {
    // given
    Desk desk = new Desk();
    LogRecord noise =
        desk.record(TOPICS.signals(), 2, null, new WireRecord(null, Map.of(), new byte[] {1, 2}));

    // when
    var turn = desk.processor.take(desk.processor.initial(desk.processor.keyOf(noise)), noise);

    // then
    assertThat(desk.processor.keyOf(noise)).isEqualTo("t.signals/2/" + noise.offset());
    assertThat(turn.appends()).singleElement().extracting("topic").isEqualTo("t.refusals");
  }

  @Test
  void shouldSendASignalInTheWrongPartitionToItsPlace() {
    // given
    Desk desk = Desk.waiting();
    LogRecord good = desk.signal("signal-1", decision(ADA, "approved", DIGEST));
    int wrong = (good.partition() + 1) % Desk.PARTITIONS;
    LogRecord stray =
        desk.record(
            TOPICS.signals(),
            wrong,
            "some-other-key",
            new WireRecord("some-other-key", good.headers(), good.value()));

    // when
    desk.take(stray);

    // then
    assertThat(desk.processor.keyOf(stray)).isEqualTo(INTENT.toString());
    assertThat(desk.appended)
        .singleElement()
        .satisfies(
            append -> {
              assertThat(append.topic()).isEqualTo(TOPICS.signals());
              assertThat(append.key()).isEqualTo(INTENT.toString());
              assertThat(append.headers()).isEqualTo(good.headers());
            });
    assertThat(desk.take(desk.echo().getFirst()).eventNames()).hasSize(2);
  }

  @Test
  void shouldReadSignalsInStructuredMode() {
    // given
    Desk desk = Desk.waiting();
    var document =
        ContractJson.MAPPER
            .createObjectNode()
            .put("specversion", "1.0")
            .put("id", "signal-1")
            .put("type", "dev.assent.signal.decision.v1")
            .put("source", "shell")
            .put("subject", INTENT.toString())
            .put("time", "2026-11-22T14:00:00Z");
    document.set("data", ContractJson.tree(decision(ADA, "approved", DIGEST)));
    LogRecord record =
        desk.record(
            TOPICS.signals(),
            new WireRecord(
                INTENT.toString(),
                Map.of("content-type", "application/cloudevents+json"),
                ContractJson.write(document)));

    // when
    desk.take(record);

    // then
    assertThat(desk.processor.keyOf(record)).isEqualTo(INTENT.toString());
    assertThat(desk.eventNames()).containsExactly("4 DecisionRecorded", "5 IntentCompleted");
  }
}
