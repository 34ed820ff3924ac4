package dev.assent.contract.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.envelope.WireRecord;
import dev.assent.contract.golden.GoldenFiles;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventHashTest {

  private static final WireRecord REMINDER = GoldenFiles.read("dev.assent.intent.reminder.v1");

  @Test
  void shouldBeWhatTheDocumentationSays() throws Exception {
    // given
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("ce_specversion", "1.0");
    headers.put("ce_id", "i/2");
    headers.put("ce_correlationid", "a \"b\" \u00e9");
    headers.put("ce_previoushash", "00ff");
    headers.put("content-type", "application/json");
    headers.put("traceparent", "00-1-2-01");
    // then
    String canonical =
        "{\"correlationid\":\"a \\\"b\\\" \u00e9\",\"datacontenttype\":\"application/json\","
            + "\"datahash\":\""
            + sha256("{}")
            + "\",\"id\":\"i/2\",\"previoushash\":\"00ff\",\"specversion\":\"1.0\","
            + "\"traceparent\":\"00-1-2-01\"}";
    assertThat(EventHash.of(new WireRecord("i", headers, bytes("{}"))))
        .isEqualTo(sha256(canonical));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ce_id",
        "ce_type",
        "ce_source",
        "ce_time",
        "ce_subject",
        "ce_sequence",
        "ce_correlationid",
        "ce_causationid",
        "ce_previoushash",
        "ce_unknown",
        "content-type",
        "traceparent"
      })
  void shouldChangeWithEveryAttribute(String header) {
    assertThat(EventHash.of(with(header, "other"))).isNotEqualTo(EventHash.of(REMINDER));
  }

  @Test
  void shouldChangeWithEveryByteOfTheBody() {
    // given
    byte[] body = REMINDER.value().clone();
    String before = EventHash.of(REMINDER);
    // then
    for (int i = 0; i < body.length; i++) {
      body[i] ^= 1;
      assertThat(EventHash.of(new WireRecord(REMINDER.key(), REMINDER.headers(), body)))
          .as("byte %d", i)
          .isNotEqualTo(before);
      body[i] ^= 1;
    }
  }

  @Test
  void shouldTellNumbersApartThatADoubleCannot() {
    // given
    WireRecord one = new WireRecord("i", Map.of(), bytes("{\"id\":12345678901234567890}"));
    WireRecord other = new WireRecord("i", Map.of(), bytes("{\"id\":12345678901234567891}"));
    // then
    assertThat(EventHash.of(one)).isNotEqualTo(EventHash.of(other));
  }

  @Test
  void shouldNotDependOnWhatTheTransportAdds() {
    assertThat(EventHash.of(with("assent-more", "1"))).isEqualTo(EventHash.of(REMINDER));
  }

  private static WireRecord with(String header, String value) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(header, value);
    REMINDER.headers().forEach(headers::putIfAbsent);
    return new WireRecord(REMINDER.key(), headers, REMINDER.value());
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
