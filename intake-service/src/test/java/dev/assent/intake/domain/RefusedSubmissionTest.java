package dev.assent.intake.domain;

import static dev.assent.intake.domain.Parsing.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.assent.contract.outcome.RefusalCode;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class RefusedSubmissionTest {

  static Stream<Arguments> noObject() {
    return Stream.of(
        arguments("", "body: expected an object, got nothing"),
        arguments("   ", "body: expected an object, got nothing"),
        arguments("null", "body: expected an object, got null"),
        arguments("[]", "body: expected an object, got an array"),
        arguments("'text'", "body: expected an object, got a string"),
        arguments("{'a':1,}", "body: expected JSON, but it is no JSON: "),
        arguments("{'a':1} {'b':2}", "body: expected JSON, but "),
        arguments("{'a':1,'a':2}", "body: expected JSON, but "),
        arguments("[".repeat(100), "body: expected at most 64 levels of nesting, got more"),
        arguments("{'a':" + "9".repeat(2000) + "}", "body: expected numbers and names of a sane"));
  }

  @ParameterizedTest
  @MethodSource("noObject")
  void shouldRefuseWhatIsNoObject(String text, String sentence) {
    // when
    var violations = violations(text);

    // then
    assertThat(violations).singleElement().asString().startsWith(sentence);
  }

  @Test
  void shouldSayWhereTheJsonBreaks() {
    // when
    var violations = violations("{\n  'a': 1,\n  }");

    // then
    assertThat(violations).singleElement().asString().contains("line 3, column 3");
  }

  @Test
  void shouldRefuseBytesThatAreNoUtf8() {
    // given
    byte[] bytes = "{\"title\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1);

    // when
    var refusal = Parsing.refusal(bytes);

    // then
    assertThat(refusal.violations())
        .containsExactly("body: expected UTF-8, got bytes that are none at offset 13");
  }

  @Test
  void shouldRefuseWhatIsTooLarge() {
    // when
    var refusal = Parsing.refusal(new byte[131_073]);

    // then
    assertThat(refusal.code()).isEqualTo(RefusalCode.TOO_LARGE);
    assertThat(refusal.message())
        .isEqualTo(
            "body: expected at most 131072 bytes, got 131073; keep big data where it is, and send"
                + " where to find it and its digest");
  }

  @Test
  void shouldSayEverythingAtOnce() {
    // when
    var violations =
        violations("{'intent_type':'Ops','payload':1,'approval':{'approvers':['zed']},'x':0}");

    // then
    assertThat(violations)
        .containsExactly(
            "intent_type: expected lower-case words with dots and a version, such as"
                + " ops.db.index.v1, got \"Ops\"",
            "payload: expected an object, got a number",
            "approval.approvers[0]: nobody here is called \"zed\"; name a person's id, a person's"
                + " e-mail address, group:<id> or anyone",
            "x: unknown field; the nearest known one is title");
  }

  @Test
  void shouldAskForTheType() {
    // when
    var violations = violations("{}");

    // then
    assertThat(violations)
        .containsExactly("intent_type: missing; name what this is, such as ops.db.index.v1");
  }

  @Test
  void shouldAskAnonymousSendersForTheirName() {
    // when
    var refusal =
        Parsing.invalid(
            Parsing.parse(
                "{'intent_type':'a.b.v1'}", SubmissionParser.Form.INTENT, Sender.claimed(null)));

    // then
    assertThat(refusal.violations())
        .containsExactly("from_agent: missing; name the sender here or in the attribute source");
  }

  @Test
  void shouldNotRepeatHowManyUnknownFieldsThereAre() {
    // given
    StringBuilder fields = new StringBuilder("{'intent_type':'a.b.v1'");
    for (int i = 0; i < 5_000; i++) {
      fields.append(",'zz").append(i).append("':1");
    }

    // when
    var violations = violations(fields.append('}').toString());

    // then
    assertThat(violations).hasSize(33).last().asString().isEqualTo("body: 4968 more of the kind");
  }
}
