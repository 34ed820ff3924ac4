package dev.assent.kernel.task;

import static dev.assent.kernel.story.Json.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assent.contract.json.ContractJson;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormsTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("'integer'", "'42'", "42"),
        Arguments.of("'integer'", "' 42 '", "42"),
        Arguments.of("'integer'", "'-7'", "-7"),
        Arguments.of("'integer'", "'+7'", "7"),
        Arguments.of("'integer'", "'007'", "7"),
        Arguments.of("'integer'", "'12345678901234567890123'", "12345678901234567890123"),
        Arguments.of("'number'", "'42'", "42"),
        Arguments.of("'number'", "'0.10'", "0.10"),
        Arguments.of("'number'", "'1e3'", "1E+3"),
        Arguments.of("'number'", "'-1.5E-3'", "-0.0015"),
        Arguments.of("'boolean'", "'true'", "true"),
        Arguments.of("'boolean'", "' false '", "false"),
        Arguments.of("['integer','null']", "'42'", "42"),
        Arguments.of("['boolean','integer']", "'42'", "42"),
        Arguments.of("['boolean','integer']", "'true'", "true"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void shouldReadTextAsTheFormTypesIt(String type, String text, String expected) {
    // given
    JsonNode form = json("{'properties':{'x':{'type':" + type + "}}}");
    // when
    JsonNode typed = Forms.coerce(form, json("{'x':" + text + "}"));
    // then
    assertThat(typed.get("x")).isEqualTo(json(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "integer, ''",
    "integer, ' '",
    "integer, 4 2",
    "integer, forty-two",
    "integer, 0x2A",
    "integer, 1_000",
    "integer, NaN",
    "number, .5",
    "number, 5.",
    "number, 1e9999",
    "number, Infinity",
    "boolean, True",
    "boolean, yes",
    "boolean, 1",
    "string, 42",
    "string, true",
    "object, {}"
  })
  void shouldLeaveOtherTextAlone(String type, String text) {
    // given
    JsonNode form = json("{'properties':{'x':{'type':'" + type + "'}}}");
    JsonNode data = json("{'x':'" + text + "'}");
    // when
    JsonNode typed = Forms.coerce(form, data);
    // then
    assertThat(typed).isEqualTo(data);
  }

  @Test
  void shouldLeaveNumbersAloneThatAreTooLongToRead() {
    // given
    JsonNode form = json("{'properties':{'x':{'type':'integer'}}}");
    JsonNode data = json("{'x':'" + "9".repeat(100_000) + "'}");
    // when
    JsonNode typed = Forms.coerce(form, data);
    // then
    assertThat(typed).isEqualTo(data);
  }

  @Test
  void shouldLeaveTextAloneWhereTheFormAlsoTakesText() {
    // given
    JsonNode form = json("{'properties':{'x':{'type':['string','integer']},'y':{}}}");
    JsonNode data = json("{'x':'42','y':'42','z':'42'}");
    // when
    JsonNode typed = Forms.coerce(form, data);
    // then
    assertThat(typed).isEqualTo(data);
  }

  @Test
  void shouldLeaveWhatIsNoTextAlone() {
    // given
    JsonNode form = json("{'properties':{'x':{'type':'integer'}}}");
    // when
    JsonNode typed = Forms.coerce(form, json("{'x':true}"));
    // then
    assertThat(typed).isEqualTo(json("{'x':true}"));
    assertThat(Forms.coerce(form, json("['42']"))).isEqualTo(json("['42']"));
  }

  @Test
  void shouldNotChangeWhatItWasGiven() {
    // given
    JsonNode data = json("{'x':'42'}");
    // when
    Forms.coerce(json("{'properties':{'x':{'type':'integer'}}}"), data);
    // then
    assertThat(data).isEqualTo(json("{'x':'42'}"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"42", "12345678901", "0.10", "1e5", "-0", "100", "1.0"})
  void shouldGiveNumbersThatAreTheSameAfterTheLog(String text) {
    // given
    JsonNode form = json("{'properties':{'x':{'type':'number'}}}");
    // when
    JsonNode typed = Forms.coerce(form, json("{'x':'" + text + "'}"));
    // then
    assertThat(ContractJson.read(ContractJson.write(typed), JsonNode.class)).isEqualTo(typed);
  }

  static Stream<String> brokenForms() {
    return Stream.of(
        "{'pattern':'['}",
        "{'properties':{'x':{'pattern':'('}}}",
        "{'$ref':'https://elsewhere.example/form'}",
        "{'$ref':'http://localhost:1/form'}",
        "{'properties':{'x':{'$ref':'file:///etc/passwd'}}}",
        "{'$schema':'https://elsewhere.example/dialect'}");
  }

  @ParameterizedTest
  @MethodSource("brokenForms")
  void shouldSayThatAFormIsBrokenAndNeverThrow(String form) {
    assertThat(Forms.check(json(form), json("{'x':'y'}")))
        .containsExactly("the form itself is broken, and no answer can fit it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'type':42}", "{'type':'wrong'}", "{'required':5}", "{'enum':5}", "[]"})
  void shouldNotThrowForAFormThatIsNoSchema(String form) {
    assertThat(Forms.check(json(form), json("{'x':'y'}"))).isNotNull();
  }

  @Test
  void shouldNotFindTheFormOfAnotherIntentByItsName() {
    // given
    Forms.check(json("{'$id':'https://acme.example/form','required':['x']}"), json("{}"));
    // when
    var own = Forms.check(json("{'$id':'https://acme.example/form','required':['y']}"), json("{}"));
    var foreign = Forms.check(json("{'$ref':'https://acme.example/form'}"), json("{}"));
    // then
    assertThat(own).containsExactly("the data: required property 'y' not found");
    assertThat(foreign).containsExactly("the form itself is broken, and no answer can fit it");
  }

  @Test
  void shouldSpeakTheSameLanguageEverywhere() {
    // given
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      // when
      var flaws = Forms.check(json("{'required':['x']}"), json("{}"));
      // then
      assertThat(flaws).containsExactly("the data: required property 'x' not found");
    } finally {
      Locale.setDefault(before);
    }
  }
}
