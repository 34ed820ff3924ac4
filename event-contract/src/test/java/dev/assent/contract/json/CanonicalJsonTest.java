package dev.assent.contract.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.erdtman.jcs.JsonCanonicalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalJsonTest {

  /** RFC 8785, appendix B: the bits of a double and its canonical text. */
  @ParameterizedTest
  @CsvSource({
    "0000000000000000, 0",
    "8000000000000000, 0",
    "0000000000000001, 5e-324",
    "8000000000000001, -5e-324",
    "7fefffffffffffff, 1.7976931348623157e+308",
    "ffefffffffffffff, -1.7976931348623157e+308",
    "4340000000000000, 9007199254740992",
    "c340000000000000, -9007199254740992",
    "4430000000000000, 295147905179352830000",
    "44b52d02c7e14af5, 9.999999999999997e+22",
    "44b52d02c7e14af6, 1e+23",
    "44b52d02c7e14af7, 1.0000000000000001e+23",
    "444b1ae4d6e2ef4e, 999999999999999700000",
    "444b1ae4d6e2ef4f, 999999999999999900000",
    "444b1ae4d6e2ef50, 1e+21",
    "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d, 0.000001",
    "41b3de4355555553, 333333333.3333332",
    "41b3de4355555554, 333333333.33333325",
    "41b3de4355555555, 333333333.3333333",
    "41b3de4355555556, 333333333.3333334",
    "41b3de4355555557, 333333333.33333343",
    "becbf647612f3696, -0.0000033333333333333333",
    "43143ff3c1cb0959, 1424953923781206.2"
  })
  void shouldWriteNumbersAsTheRfcDoes(String bits, String expected) {
    // given
    double number = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));
    // when
    String canonical = canonical(DoubleNode.valueOf(number));
    // then
    assertThat(canonical).isEqualTo(expected);
  }

  /** RFC 8785, 3.2.2 and 3.2.3. */
  @Test
  void shouldWriteTheSampleOfTheRfc() {
    // given
    String input =
        """
        {
          "numbers": [333333333.3333333, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
          "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
          "literals": [null, true, false]
        }
        """;
    // then
    assertThat(canonical(json(input)))
        .isEqualTo(
            "{\"literals\":[null,true,false],"
                + "\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
  }

  /** RFC 8785, 3.2.3: keys in the order of their UTF-16 units. */
  @Test
  void shouldSortKeysAsTheRfcDoes() {
    // given
    String input =
        """
        {"\\u20ac": "Euro Sign", "\\r": "Carriage Return", "\\ufb33": "Hebrew Letter Dalet With Dagesh",
         "1": "One", "\\ud83d\\ude00": "Emoji: Grinning Face", "\\u0080": "Control",
         "\\u00f6": "Latin Small Letter O With Diaeresis"}
        """;
    // when
    var order = json(canonical(json(input))).valueStream().map(JsonNode::asText);
    // then
    assertThat(order)
        .containsExactly(
            "Carriage Return",
            "One",
            "Control",
            "Latin Small Letter O With Diaeresis",
            "Euro Sign",
            "Emoji: Grinning Face",
            "Hebrew Letter Dalet With Dagesh");
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "true", "\"x\"", "42", "[]", "{}", "[1,{\"a\":[]}]"})
  void shouldTakeAnyValueAtTheTop(String value) {
    assertThat(canonical(json(value))).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":1,\"b\":[true, 2]} | {\"b\" : [ true,2.0 ], \"a\":1e0}",
        "{\"name\":\"\\u0041da\"}   | {\"name\":\"Ada\"}",
        "-0.0                       | 0"
      })
  void shouldGiveOneDigestToEqualValues(String one, String same) {
    assertThat(CanonicalJson.digest(json(one))).isEqualTo(CanonicalJson.digest(json(same)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"{\"a\":1} | {\"a\":\"1\"}", "[1,2] | [2,1]", "{\"a\":null} | {}", "\"a\" | \"A\""})
  void shouldGiveDifferentValuesDifferentDigests(String one, String other) {
    assertThat(CanonicalJson.digest(json(one))).isNotEqualTo(CanonicalJson.digest(json(other)));
  }

  @Test
  void shouldBeTheSha256OfTheCanonicalBytes() {
    assertThat(CanonicalJson.digest(json("{ }")))
        .isEqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
  }

  @Test
  void shouldKeepNul() {
    assertThat(canonical(json("[\"\\u0000\"]"))).isEqualTo("[\"\\u0000\"]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9007199254740993",
        "-9007199254740993",
        "1234567890123456789",
        "123456789012345678901234567890",
        "0.1000000000000000000000001",
        "1e400",
        "-1e400",
        "1e-400"
      })
  void shouldRefuseANumberThatADoubleChanges(String number) {
    assertThatThrownBy(() -> canonical(json("{\"a\":[0,{\"amount\":" + number + "}]}")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "not canonical JSON: an IEEE 754 double changes the number at /a/1/amount;"
                + " send it as text");
  }

  @Test
  void shouldRefuseWhatIsNoNumberAtAll() {
    assertThatThrownBy(() -> canonical(DoubleNode.valueOf(Double.NaN)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the number at the top");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"a\":\"\\ud83d\"}   | /a",
        "{\"a\":\"x\\ude00y\"} | /a",
        "{\"\\ud83d\":1}       | the top",
        "[\"\\ude00\\ud83d\"]  | /0"
      })
  void shouldRefuseALoneSurrogate(String input, String place) {
    assertThatThrownBy(() -> canonical(json(input)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not canonical JSON: a lone surrogate at " + place);
  }

  /** All that has a form of its own, in values and keys: each unit up to U+00FF, and pairs. */
  @Test
  void shouldWriteTextAsTheCanonicalizerOfTheLibraryDoes() throws IOException {
    // given
    ObjectNode all = ContractJson.MAPPER.createObjectNode();
    for (char unit = 0; unit <= 0xFF; unit++) {
      all.put(unit + "x" + unit, "a" + unit + "\ud83d\ude00" + unit);
    }
    // then
    assertThat(canonical(all))
        .isEqualTo(
            new JsonCanonicalizer(ContractJson.MAPPER.writeValueAsString(all)).getEncodedString());
  }

  private static String canonical(JsonNode value) {
    return new String(CanonicalJson.bytes(value), StandardCharsets.UTF_8);
  }

  private static JsonNode json(String text) {
    try {
      return ContractJson.MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
