package dev.assent.contract.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assent.contract.envelope.UnreadableRecordException;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.golden.GoldenFiles;
import dev.assent.contract.outcome.Refusal;
import dev.assent.contract.outcome.RefusedInput;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeCodecTest {

  private static final WireRecord COMPLETION = GoldenFiles.read("dev.assent.intent.completion.v1");
  private static final WireRecord REFUSED = GoldenFiles.read("dev.assent.input.refused.v1");

  @Test
  void shouldNotMistakeOneOutcomeForTheOther() {
    assertThatThrownBy(() -> OutcomeCodec.completion(REFUSED))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessage("Expected a Completion, not dev.assent.input.refused.v1");
    assertThatThrownBy(() -> OutcomeCodec.refusedInput(COMPLETION))
        .hasMessage("Expected a RefusedInput, not dev.assent.intent.completion.v1");
  }

  @Test
  void shouldBeLoudAboutAnUnknownType() {
    assertThatThrownBy(
            () -> OutcomeCodec.completion(GoldenFiles.read("dev.assent.intent.completed.v1")))
        .hasMessage("Expected a known outcome type in ce_type, not dev.assent.intent.completed.v1");
  }

  @Test
  void shouldNameTheInputAsTheCauseOfItsRefusal() {
    // given
    RefusedInput refused = OutcomeCodec.refusedInput(REFUSED);
    // then
    assertThat(REFUSED.header("ce_causationid")).isEqualTo(refused.input());
    assertThat(REFUSED.header("ce_id")).isEqualTo("assent.signals/3/1742");
  }

  @Test
  void shouldKeyARefusalByItsInputWhereNoIntentIsKnown() {
    // given
    var refused =
        new RefusedInput(
            Refusal.malformed(
                List.of("payload is missing", "titel is unknown; did you mean title?")),
            "abc",
            null,
            "assent.intents",
            0,
            0,
            "e30=");
    // when
    WireRecord wire = OutcomeCodec.encode(refused, Instant.EPOCH, "intake-service", null);
    // then
    assertThat(wire.key()).isEqualTo("abc");
    assertThat(wire.headers()).doesNotContainKey("ce_subject");
    assertThat(OutcomeCodec.refusedInput(wire)).isEqualTo(refused);
    assertThat(refused.refusal().message())
        .isEqualTo(
            "The input has 2 violation(s): payload is missing; titel is unknown; did you mean"
                + " title?");
  }
}
