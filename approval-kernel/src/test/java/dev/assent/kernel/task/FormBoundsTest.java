package dev.assent.kernel.task;

import static dev.assent.kernel.story.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms come from strangers, and one answer must not stop everybody's decisions. */
class FormBoundsTest {

  private static final String TOO_LARGE =
      "the form is too large, or refers to itself, and no answer can be checked";

  private static List<String> checkInTime(JsonNode form, JsonNode data) {
    return assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Forms.check(form, data));
  }

  /** Each definition refers twice to the next. */
  private static JsonNode doubling(int depth) {
    StringBuilder form = new StringBuilder("{'$ref':'#/$defs/d0','$defs':{");
    for (int i = 0; i < depth; i++) {
      String next = "{'$ref':'#/$defs/d" + (i + 1) + "'}";
      form.append("'d" + i + "':{'allOf':[" + next + "," + next + "]},");
    }
    return json(form + "'d" + depth + "':{'required':['x']}}}");
  }

  @Test
  void shouldRefuseAFormThatGrowsWithoutBound() {
    assertThat(checkInTime(doubling(60), json("{}"))).containsExactly(TOO_LARGE);
  }

  @Test
  void shouldCheckAFormThatRefersToItsParts() {
    assertThat(checkInTime(doubling(2), json("{}")))
        .contains("the data: required property 'x' not found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'$ref':'#'}",
        "{'$ref':''}",
        "{'$ref':'#anchor'}",
        "{'$ref':{}}",
        "{'$ref':[]}",
        "{'$dynamicRef':'#x'}",
        "{'$recursiveRef':'#'}",
        "{'properties':{'x':{'$ref':'#/properties/x'}}}",
        "{'properties':{'x':{'anyOf':[{'$ref':'#/properties'},{}]}}}"
      })
  void shouldRefuseAFormThatRefersToItself(String form) {
    assertThat(checkInTime(json(form), json("{'x':'y'}"))).containsExactly(TOO_LARGE);
  }

  @Test
  void shouldTakeAFormOfAHundredFields() {
    // given
    StringBuilder form = new StringBuilder("{'properties':{");
    for (int i = 0; i < 100; i++) {
      form.append("'f" + i + "':{'type':'string','enum':['a','b','c'],'title':'Field'},");
    }
    // when
    List<String> flaws = checkInTime(json(form + "'last':{}}}"), json("{'f1':'a'}"));
    // then
    assertThat(flaws).isEmpty();
  }

  /** The form itself and its list of properties are parts too. */
  @ParameterizedTest
  @CsvSource({"9997, true", "9998, false"})
  void shouldTakeTenThousandPartsAndNotOneMore(int fields, boolean fits) {
    // given
    StringBuilder form = new StringBuilder("{'properties':{");
    for (int i = 0; i < fields; i++) {
      form.append("'f" + i + "':{},");
    }
    // when
    List<String> flaws = checkInTime(json(form + "'last':{}}}"), json("{}"));
    // then
    assertThat(flaws).isEqualTo(fits ? List.of() : List.of(TOO_LARGE));
  }

  @Test
  void shouldRefuseAFormThatIsTooDeep() {
    // given
    String deep = "{'not':".repeat(101) + "{}" + "}".repeat(101);
    // when
    List<String> flaws = checkInTime(json(deep), json("{}"));
    // then
    assertThat(flaws).containsExactly(TOO_LARGE);
  }

  @Test
  void shouldTakeAFormThatIsJustNotTooDeep() {
    // given
    String deep = "{'not':".repeat(100) + "{}" + "}".repeat(100);
    // when
    List<String> flaws = checkInTime(json(deep), json("{}"));
    // then
    assertThat(flaws).isEmpty();
  }

  @Test
  void shouldGiveUpOnAPatternThatTakesYears() {
    // given
    JsonNode form = json("{'properties':{'x':{'pattern':'^(a+)+\\\\1$'}}}");
    // when
    List<String> flaws = checkInTime(form, json("{'x':'" + "a".repeat(200) + "!'}"));
    // then
    assertThat(flaws).containsExactly("the form's patterns take too long for this text");
  }

  @Test
  void shouldCountAllPatternsOfAFormTogether() {
    // given
    StringBuilder form = new StringBuilder("{'properties':{");
    StringBuilder data = new StringBuilder("{");
    for (int i = 0; i < 50; i++) {
      form.append("'f" + i + "':{'pattern':'^(a+)+\\\\1$'},");
      data.append("'f" + i + "':'" + "a".repeat(19) + "!',");
    }
    // when
    List<String> flaws = checkInTime(json(form + "'z':{}}}"), json(data + "'z':1}"));
    // then
    assertThat(flaws).containsExactly("the form's patterns take too long for this text");
  }

  @Test
  void shouldTakeOrdinaryPatterns() {
    // given
    JsonNode form =
        json(
            "{'properties':{'id':{'pattern':'^[A-Z]{2,5}-[0-9]+$'},'note':{'pattern':'ok'}},"
                + "'patternProperties':{'^x-':{'type':'string'}}}");
    // when
    List<String> good = checkInTime(form, json("{'id':'OPS-42','note':'it is ok','x-a':'y'}"));
    List<String> bad = checkInTime(form, json("{'id':'ops 42','x-a':7}"));
    // then
    assertThat(good).isEmpty();
    assertThat(bad)
        .containsExactly(
            "/id: does not match the regex pattern ^[A-Z]{2,5}-[0-9]+$",
            "/x-a: integer found, string expected");
  }

  @Test
  void shouldReadPatternsAsJsonSchemaDoes() {
    // given
    JsonNode form =
        json("{'properties':{'id':{'pattern':'^[0-9]+$'},'name':{'pattern':'^\\\\p{Letter}+$'}}}");
    // when
    List<String> good = checkInTime(form, json("{'id':'42','name':'Zoë'}"));
    List<String> bad = checkInTime(form, json("{'id':'42\\n'}"));
    // then
    assertThat(good).isEmpty();
    assertThat(bad).containsExactly("/id: does not match the regex pattern ^[0-9]+$");
  }
}
