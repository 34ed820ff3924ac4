package dev.assent.contract.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assent.contract.envelope.UnreadableRecordException;
import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.golden.GoldenFiles;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignalCodecTest {

  private static final String DECISION = "dev.assent.signal.decision.v1";
  private static final String STRUCTURED = "application/cloudevents+json";

  static Stream<String> types() {
    return SignalTypes.TABLE.entries().stream().map(TypeTable.Entry::wireType);
  }

  @ParameterizedTest
  @MethodSource("types")
  void shouldReadBothModesToTheSameSignal(String type) {
    // given
    WireRecord binary = GoldenFiles.read(type);
    // when
    var read = SignalCodec.decode(structured(binary, STRUCTURED));
    // then
    assertThat(read).isEqualTo(SignalCodec.decode(binary));
  }

  /** What would keep whoever decides busy for years, or could not be kept with what it decided. */
  static Stream<String> inexact() {
    return Stream.of(
        "1e2147483647",
        "1e100000000",
        "1e-100000000",
        "9007199254740993",
        "\"a\\u0000b\"",
        "\"\\ud800\"",
        "{\"a\\u0000b\":1}",
        "[".repeat(80) + "]".repeat(80),
        "{\"a\":1,\"a\":2}");
  }

  @ParameterizedTest
  @MethodSource("inexact")
  void shouldReadNoDataThatIsNotExact(String data) {
    // given
    WireRecord decision = GoldenFiles.read(DECISION);
    String json = new String(decision.value(), UTF_8);
    byte[] spoilt =
        json.replaceFirst("\"data\"\\s*:\\s*\\{", "$0\"x\":" + Matcher.quoteReplacement(data) + ",")
            .getBytes(UTF_8);
    // then
    assertThat(new String(spoilt, UTF_8)).isNotEqualTo(json);
    assertThatThrownBy(
            () -> SignalCodec.decode(new WireRecord(decision.key(), decision.headers(), spoilt)))
        .isInstanceOf(UnreadableRecordException.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":{\"b c\":[1,1e400]}}|a.…[1]: expected a number that a double keeps, got one",
        "[[[|Expected an answer, but it is no JSON"
      })
  void shouldSayWhereItIsNotExactAndNotRepeatWhatCame(String json, String sentence) {
    // then
    assertThatThrownBy(() -> ExactJson.read(json.getBytes(UTF_8), "an answer"))
        .hasMessageStartingWith(sentence);
  }

  @Test
  void shouldSayHowDeepAnAnswerMayBe() {
    // given
    byte[] deep = ("[".repeat(73) + "]".repeat(73)).getBytes(UTF_8);
    // then
    assertThatThrownBy(() -> ExactJson.read(deep, "an answer"))
        .hasMessage(
            "Expected an answer with at most 64 levels of nesting, and numbers and names of a sane"
                + " length, but came more");
  }

  @Test
  void shouldReadNoIdThatCannotBeKept() {
    // given
    WireRecord decision = GoldenFiles.read(DECISION);
    Map<String, String> headers = new LinkedHashMap<>(decision.headers());
    headers.put("ce_id", "a\0b");
    // then
    assertThatThrownBy(
            () -> SignalCodec.decode(new WireRecord(decision.key(), headers, decision.value())))
        .hasMessage("Expected a ce_id without the character U+0000 in it");
  }

  @ParameterizedTest
  @CsvSource({
    "application/cloudevents+json, true",
    "application/cloudevents+json; charset=utf-8, true",
    "Application/CloudEvents+JSON, true",
    "application/cloudevents-batch+json, false",
    "application/json, false",
    ", false"
  })
  void shouldTellTheModesApartByTheContentType(String contentType, boolean structured) {
    // given
    Map<String, String> headers =
        contentType == null ? Map.of() : Map.of("content-type", contentType);
    // then
    assertThat(SignalCodec.isStructured(new WireRecord(null, headers, new byte[0])))
        .isEqualTo(structured);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "42",
        "{}",
        "{\"data\":null}",
        "{\"data\":\"text\"}",
        "{\"data_base64\":\"e30=\"}"
      })
  void shouldRefuseADocumentWithoutAnObjectAsData(String document) {
    assertThatThrownBy(() -> SignalCodec.decode(document(document)))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessage("Expected a CloudEvents document with an object as data, but came none");
  }

  @Test
  void shouldRefuseADocumentThatIsNoJson() {
    assertThatThrownBy(() -> SignalCodec.decode(document("<event/>")))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessageStartingWith("Expected JSON of JsonNode, but it is no JSON: ");
  }

  @Test
  void shouldTakeANullAttributeForNone() {
    assertThatThrownBy(() -> SignalCodec.decode(document("{\"type\":null,\"data\":{}}")))
        .hasMessage("Expected a header ce_type, but there is none");
  }

  @Test
  void shouldBeLoudAboutAnUnknownType() {
    assertThatThrownBy(
            () ->
                SignalCodec.decode(
                    document("{\"type\":\"dev.assent.signal.wish.v1\",\"data\":{}}")))
        .hasMessage("Expected a known signal type in ce_type, not dev.assent.signal.wish.v1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ce_id", "ce_type", "ce_source", "ce_subject", "ce_time"})
  void shouldNameAHeaderThatIsMissing(String header) {
    // given
    WireRecord golden = GoldenFiles.read(DECISION);
    Map<String, String> headers = new LinkedHashMap<>(golden.headers());
    headers.remove(header);
    // then
    assertThatThrownBy(
            () -> SignalCodec.decode(new WireRecord(golden.key(), headers, golden.value())))
        .isInstanceOf(UnreadableRecordException.class)
        .hasMessage("Expected a header " + header + ", but there is none");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "subject | 42   | Expected an intent's id, a UUID, in ce_subject, not 42",
        "time    | noon | Expected an RFC 3339 time in ce_time, not noon"
      })
  void shouldSayWhatAnAttributeShouldHaveHeld(String attribute, String value, String sentence) {
    // given
    WireRecord golden = GoldenFiles.read(DECISION);
    Map<String, String> headers = new LinkedHashMap<>(golden.headers());
    headers.put("ce_" + attribute, value);
    WireRecord broken = new WireRecord(golden.key(), headers, golden.value());
    // then
    assertThatThrownBy(() -> SignalCodec.decode(broken)).hasMessage(sentence);
    assertThatThrownBy(() -> SignalCodec.decode(structured(broken, STRUCTURED)))
        .hasMessage(sentence);
  }

  @Test
  void shouldFollowTheTraceOfTheHopAndNotOfTheOrigin() {
    // given
    WireRecord document = structured(GoldenFiles.read(DECISION), STRUCTURED);
    Map<String, String> headers = new LinkedHashMap<>(document.headers());
    String hop = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    headers.put("traceparent", hop);
    // when
    var read = SignalCodec.decode(new WireRecord(document.key(), headers, document.value()));
    // then
    assertThat(read.traceparent()).isEqualTo(hop);
    assertThat(SignalCodec.decode(document).traceparent()).isNotNull().isNotEqualTo(hop);
  }

  private static WireRecord document(String json) {
    return new WireRecord(null, Map.of("content-type", STRUCTURED), json.getBytes(UTF_8));
  }

  /** The same event as one document, its attributes without the prefix of the headers. */
  private static WireRecord structured(WireRecord binary, String contentType) {
    var document = ContractJson.MAPPER.createObjectNode();
    binary
        .headers()
        .forEach(
            (name, value) -> {
              if (!name.equals("content-type")) {
                document.put(name.replaceFirst("^ce_", ""), value);
              }
            });
    document.set("data", GoldenFiles.document(binary.required("ce_type")).get("body"));
    return new WireRecord(
        binary.key(), Map.of("content-type", contentType), ContractJson.write(document));
  }
}
