package dev.assent.kernel.task;

import static dev.assent.kernel.story.Json.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Forms come from strangers, and one answer must not stop everybody's decisions. */
class FormBoundsTest {

  private static final String TOO_LARGE =
      "the form is too large, or refers to itself or to what it does not hold, and no answer can be checked";

  private static List<String> checkInTime(JsonNode form, JsonNode data) {
    return assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Forms.check(form, data));
  }

  /** Each definition refers twice to the next. */
  private static JsonNode doubling(int depth) {
    return doubling(depth, "#/$defs/d");
  }

  private static JsonNode doubling(int depth, String definition) {
    StringBuilder form = new StringBuilder("{'$ref':'" + definition + "0','$defs':{");
    for (int i = 0; i < depth; i++) {
      String next = "{'$ref':'" + definition + (i + 1) + "'}";
      form.append("'d" + i + "':{'allOf':[" + next + "," + next + "]},");
    }
    return json(form + "'d" + depth + "':{'required':['x']}}}");
  }

  @Test
  void shouldRefuseAFormThatGrowsWithoutBound() {
    assertThat(checkInTime(doubling(60), json("{}"))).containsExactly(TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"#/%24defs/d", "#/$%64efs/d", "#/$defs/%64"})
  void shouldRefuseAFormThatHidesHowItGrows(String definition) {
    assertThat(checkInTime(doubling(60, definition), json("{}"))).containsExactly(TOO_LARGE);
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
        "{'properties':{'x':{'anyOf':[{'$ref':'#/properties'},{}]}}}",
        "{'properties':{'x':{'$ref':'#/properties/%78'}}}",
        "{'allOf':[{'properties':{'x':{'$ref':'#/allOf/00'}}}]}",
        "{'properties':{'x':{'$ref':'#/a+b'},'a b':{}},'a+b':{}}",
        "{'$ref':'#/nowhere'}"
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

  /** Ways to keep an engine busy for years, or to use up its stack, with a line of text. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "^(a+)+$",
        "^(a|b)*$",
        "^([a-z]|[0-9]|-)+$",
        "(a?){150}#",
        "a{0,999}#",
        "(?:^|^){60}$",
        "((((((((((a?)?)?)?)?)?)?)?)?)?)?#"
      })
  void shouldCheckEveryPatternItTakesInAMomentAndOnLittleStack(String pattern) throws Exception {
    // given
    JsonNode form = json("{'properties':{'x':{'pattern':'" + pattern + "'}}}");
    JsonNode data = json("{'x':'" + "ab".repeat(30_000) + "!'}");
    // when
    List<String> flaws = checkOnStackOf(512, form, data);
    // then
    assertThat(flaws).hasSize(1);
  }

  @Test
  void shouldEndNoThreadWhoseStackDoesNotSuffice() throws Exception {
    // given
    JsonNode form = json("{'properties':{'x':{'pattern':'a{0,999}#'}}}");
    JsonNode data = json("{'x':'ab'}");
    // What is loaded and begun on a stack that ends would stay broken.
    Forms.check(form, data);
    // when
    List<String> flaws = checkOnStackOf(200, form, data);
    // then: whether it suffices after all depends on what is compiled; an end would leave nothing
    assertThat(flaws).hasSize(1);
  }

  private static List<String> checkOnStackOf(int kilobytes, JsonNode form, JsonNode data)
      throws InterruptedException {
    List<String> flaws = new ArrayList<>();
    Thread small =
        new Thread(null, () -> flaws.addAll(Forms.check(form, data)), "small", kilobytes * 1_024L);
    small.setDaemon(true);
    small.start();
    assertThat(small.join(Duration.ofSeconds(20))).isTrue();
    return flaws;
  }

  static List<String> tooMuch() {
    return List.of(
        "(".repeat(1_500) + "a" + ")".repeat(1_500),
        "a?".repeat(1_001),
        "a{1000}{1000}",
        "((a{100}){100}){100}",
        "((a{0,}){99}){0,99}",
        "(?:(?:(?:^){999}){999}){999}",
        "(a{99})\\\\Q\\\\E{99}",
        "(a{99})(?i){99}",
        "(a{99})*{99}",
        "a{1001}");
  }

  @ParameterizedTest
  @MethodSource("tooMuch")
  void shouldRefuseAPatternThatIsTooLarge(String pattern) {
    // given
    JsonNode form = json("{'properties':{'x':{'pattern':'" + pattern + "'}}}");
    // then
    assertThat(Forms.flaw(form)).get().asString().startsWith("the pattern is ");
    assertThat(checkInTime(form, json("{'x':'a'}")))
        .containsExactly("the form itself is broken, and no answer can fit it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(?=a)b", "(?!a)b", "(?<=a)b", "(a)\\\\1", "a++", "("})
  void shouldSayWhichPatternsAreNotTaken(String pattern) {
    // given
    JsonNode form = json("{'properties':{'x':{'pattern':'" + pattern + "'}}}");
    // then
    assertThat(Forms.flaw(form)).get().asString().startsWith("the pattern is none of RE2: ");
  }

  @Test
  void shouldCountAllPatternsOfAFormTogether() {
    // given
    StringBuilder form = new StringBuilder("{'properties':{");
    StringBuilder data = new StringBuilder("{");
    for (int i = 0; i < 50; i++) {
      form.append("'f" + i + "':{'pattern':'^[a-z]{1,500}$'},");
      data.append("'f" + i + "':'" + "a".repeat(450) + "',");
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
        json(
            "{'properties':{'id':{'pattern':'^[0-9]+$'},'name':{'pattern':'^\\\\p{Letter}+$'},"
                + "'tone':{'pattern':'^[\\\\u00e4-\\\\u00fc]\\\\u1000$'}}}");
    // when
    List<String> good = checkInTime(form, json("{'id':'42','name':'Zoë','tone':'ö\u1000'}"));
    List<String> bad = checkInTime(form, json("{'id':'42\\n'}"));
    // then
    assertThat(good).isEmpty();
    assertThat(bad).containsExactly("/id: does not match the regex pattern ^[0-9]+$");
  }
}
