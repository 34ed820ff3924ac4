package dev.assent.contract.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assent.contract.envelope.CloudEventHeaders;
import dev.assent.contract.envelope.UnreadableRecordException;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.golden.GoldenFiles;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {

  private static final WireRecord CREATED = GoldenFiles.read("dev.assent.intent.created.v1");

  @Test
  void shouldBeLoudAboutAnUnknownType() {
    // given
    WireRecord unknown = with("ce_type", "dev.assent.intent.created.v2");
    // then
    assertThatThrownBy(() -> EventCodec.decode(unknown))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessage("Expected a known event type in ce_type, not dev.assent.intent.created.v2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ce_type",
        "ce_subject",
        "ce_sequence",
        "ce_time",
        "ce_source",
        "ce_correlationid",
        "ce_causationid"
      })
  void shouldNameAHeaderThatIsMissing(String header) {
    for (String gone : new String[] {null, ""}) {
      assertThatThrownBy(() -> EventCodec.decode(with(header, gone)))
          .isInstanceOf(UnreadableRecordException.class)
          .hasMessage("Expected a header " + header + ", but there is none");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ce_subject  | 42          | Expected an intent's id, a UUID, in ce_subject, not 42",
        "ce_subject  | 1-1-1-1-1   | Expected an intent's id, a UUID, in ce_subject, not 1-1-1-1-1",
        "ce_time     | noon        | Expected an RFC 3339 time in ce_time, not noon",
        "ce_sequence | one         | Expected a whole number from 1 in ce_sequence, not one",
        "ce_sequence | 0000000000  | Expected a whole number from 1 in ce_sequence, not 0000000000",
        "ce_sequence | -1          | Expected a whole number from 1 in ce_sequence, not -1",
        "ce_sequence | 99999999999999999999 | Expected a whole number from 1 in ce_sequence,"
            + " not 99999999999999999999"
      })
  void shouldSayWhatAHeaderShouldHaveHeld(String header, String value, String sentence) {
    assertThatThrownBy(() -> EventCodec.decode(with(header, value)))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessage(sentence);
  }

  @Test
  void shouldSayWhatTheBodyShouldHaveHeld() {
    // given
    WireRecord broken = new WireRecord(CREATED.key(), CREATED.headers(), bytes("{\"from\":1}"));
    // then
    assertThatThrownBy(() -> EventCodec.decode(broken))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessageStartingWith("Expected JSON of IntentCreated, but /intent_type is missing");
  }

  @Test
  void shouldWriteSequencesWhoseTextOrderIsTheirOrder() {
    // given
    var recorded = EventCodec.decode(with("ce_sequence", "9"));
    // then
    assertThat(EventCodec.encode(recorded).header("ce_sequence")).isEqualTo("0000000009");
    assertThat(EventCodec.sequence(with("ce_sequence", "12345678901"))).isEqualTo(12_345_678_901L);
  }

  @Test
  void shouldTakeATimeWithAnOffset() {
    assertThat(EventCodec.decode(with("ce_time", "2026-11-23T10:01:00+01:00")).envelope().time())
        .isEqualTo("2026-11-23T09:01:00Z");
  }

  @Test
  void shouldLeaveOutATraceThatIsNotThere() {
    // given
    var recorded = EventCodec.decode(with(CloudEventHeaders.TRACEPARENT, null));
    // then
    assertThat(EventCodec.encode(recorded).headers()).doesNotContainKey("traceparent");
  }

  private static WireRecord with(String header, String value) {
    Map<String, String> headers = new LinkedHashMap<>(CREATED.headers());
    if (value == null) {
      headers.remove(header);
    } else {
      headers.put(header, value);
    }
    return new WireRecord(CREATED.key(), headers, CREATED.value());
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
