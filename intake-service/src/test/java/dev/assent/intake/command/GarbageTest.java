package dev.assent.intake.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.outcome.RefusalCode;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What strangers put on the topic is refused, and the flow goes on. */
class GarbageTest {

  private static final String GOOD =
      "{'intent_type':'ops.db.index.v1','approval':{'approvers':['ada']},'payload':{'n':1}}";
  private static final Map<String, String> EVENT =
      Map.of("ce_specversion", "1.0", "ce_id", "build-7", "ce_source", "/pipelines/ci");

  private final Bench bench = new Bench();

  static Stream<Arguments> garbage() {
    Map<String, String> none = Map.of();
    Map<String, String> structured = Map.of("content-type", "application/cloudevents+json");
    return Stream.of(
        Arguments.of(none, "", "body: expected an object, got nothing"),
        Arguments.of(none, "\u0000\u0001", "body: expected JSON"),
        Arguments.of(none, "{", "body: expected JSON"),
        Arguments.of(none, "[]", "body: expected an object, got an array"),
        Arguments.of(none, "{}", "intent_type: missing"),
        Arguments.of(structured, "{}", "ce_id: missing; CloudEvents need it"),
        Arguments.of(
            structured,
            "{'id':'a','source':'b','specversion':'1.0','data':'text'}",
            "data: expected the submission as an object, got a string"),
        Arguments.of(
            structured,
            "{'id':'a','source':'b','specversion':'0.3','data':{}}",
            "ce_specversion: expected 1.0, got \"0.3\""),
        Arguments.of(Map.of("ce_id", "x"), GOOD, "ce_source: missing; CloudEvents need it"),
        Arguments.of(Map.of("ce_id", ""), GOOD, "\"ce_id\": expected 1 to 383 characters"),
        Arguments.of(Map.of("ce_x", "a\u0000b"), GOOD, "\"ce_x\": expected 1 to 383 characters"),
        Arguments.of(Map.of("content-type", "application/avro"), GOOD, "content-type: expected"),
        Arguments.of(
            Map.of("content-type", "application/cloudevents-batch+json"),
            "[]",
            "content-type: expected"),
        Arguments.of(
            Map.of("assent-sender", "agent://acme/prod/boss"), GOOD, "headers: expected none"),
        Arguments.of(
            Map.of(
                "assent-sender", "agent://acme/prod/boss",
                "assent-intent-id", "no-uuid",
                "assent-seal", "forged"),
            GOOD,
            "headers: expected none"),
        Arguments.of(Map.of("assent-origin", "t.intents/0/0"), GOOD, "headers: expected none"));
  }

  @ParameterizedTest
  @MethodSource("garbage")
  void shouldRefuseGarbageAndGoOn(Map<String, String> headers, String body, String sentence) {
    // when
    Bench.Outcome outcome = bench.submit(headers, body);
    Bench.Outcome next = bench.submit(EVENT, GOOD);

    // then
    assertThat(outcome.refusal().code()).isEqualTo(RefusalCode.MALFORMED);
    assertThat(outcome.refusal().violations()).first().asString().startsWith(sentence);
    assertThat(next.topics()).isEqualTo(List.of("t.events", "t.events"));
  }

  @Test
  void shouldKeepAsMuchOfAHugeRecordAsFits() {
    // when
    Bench.Outcome outcome = bench.submit(Map.of(), new byte[1_000_000]);

    // then
    assertThat(outcome.refusal().code()).isEqualTo(RefusalCode.TOO_LARGE);
    assertThat(outcome.appends().getFirst().value()).hasSizeLessThan(1_000_000);
  }
}
