package dev.assent.intake.domain;

import static dev.assent.intake.domain.Parsing.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Fields of an intent and of its human task. */
class RefusedFieldTest {

  /** A submission with these fields besides its type; the one sentence that it earns. */
  static Stream<Arguments> bad() {
    return Stream.of(
        arguments("'payload':'text'", "payload: expected an object, got a string"),
        arguments("'payload':[1]", "payload: expected an object, got an array"),
        arguments("'payload':7", "payload: expected an object, got a number"),
        arguments("'payload':true", "payload: expected an object, got true"),
        arguments("'paylod':{}", "paylod: unknown field; the nearest known one is payload"),
        arguments(
            "'aprovers':['ada']", "aprovers: unknown field; the nearest known one is approval"),
        arguments(
            "'correlation_id':'abc'",
            "correlation_id: expected a UUID, got \"abc\"; leave it out and one is made"),
        arguments(
            "'toAgent':'a1','to_agent':'b1'",
            "toAgent: given twice, also as to_agent; leave one out"),
        arguments(
            "'to_agent':'agent://a/b/c/d'",
            "to_agent: expected agent://org/workspace/name, a bare name or human, got"
                + " \"agent://a/b/c/d\""),
        arguments(
            "'title':'  '",
            "title: expected some text, got an empty string; leave the field" + " out instead"),
        arguments(
            "'idempotency_key':'k'",
            "idempotency_key: expected it in the header Idempotency-Key, got it in the body"),
        arguments(
            "'deadline_at':'tomorrow'",
            "deadline_at: expected a time with its zone such as 2030-01-31T12:00:00Z, got"
                + " \"tomorrow\""),
        arguments(
            "'deadline_at':'2026-11-23T08:59:59Z'",
            "deadline_at: expected a time in the future, got 2026-11-23T08:59:59Z, and now it is"
                + " 2026-11-23T09:00:00Z"),
        arguments(
            "'deadline_at':'9999-01-01T00:00:00Z'",
            "deadline_at: expected a time within the next ten years, got \"9999-01-01T00:00:00Z\""),
        arguments(
            "'human_task':{},'max_reminders':2",
            "max_reminders: needs remind_after_seconds: when the first one goes out"),
        arguments(
            "'human_task':{},'remind_after_seconds':0",
            "remind_after_seconds: expected a whole number from 1 to 315360000, got 0"),
        arguments(
            "'human_task':{},'remind_after_seconds':1.5",
            "remind_after_seconds: expected a whole number, got 1.5"),
        arguments(
            "'human_task':{},'remind_after_seconds':'5'",
            "remind_after_seconds: expected a whole number, got a string"),
        arguments(
            "'human_task':{'task_type':'aproval'}",
            "human_task.task_type: expected one of approval, review, form, clarification,"
                + " provide_data, attach_file, manual_action, confirmation, validate_real_world,"
                + " validate_output, assignment, delegation, reroute, override, escalate, got"
                + " \"aproval\""),
        arguments(
            "'human_task':{'assignees':['ada','zed']}",
            "human_task.assignees[1]: nobody here is called \"zed\"; name a person's id, a"
                + " person's e-mail address, group:<id> or anyone"),
        arguments(
            "'human_task':{'notify_email':'x@example.org'}",
            "human_task.notify_email: no person here has the address \"x@example.org\"; a decision"
                + " needs somebody who can sign in, so add them to the people first"),
        arguments(
            "'human_task':{'allowed_outcomes':['yes','yes']}",
            "human_task.allowed_outcomes: expected each outcome once, got one twice"),
        arguments(
            "'human_task':{'allowed_outcomes':[]}",
            "human_task.allowed_outcomes: expected at least one outcome, got none"),
        arguments(
            "'human_task':{'required_comment':'yes'}",
            "human_task.required_comment: expected true or false, got a string"),
        arguments(
            "'human_task':{'titel':'x'}",
            "human_task.titel: unknown field; the nearest known one is title"),
        arguments(
            "'human_task':{'form_schema':{'type':'objekt'}}",
            "human_task.form_schema/type: expected JSON Schema 2020-12, but"),
        arguments(
            "'human_task':{'form_schema':{'properties':{'a':{'pattern':'('}}}}",
            "human_task.form_schema: expected a usable form, but the pattern is none of RE2:"
                + " missing closing ) ("),
        arguments(
            "'human_task':{'form_schema':{'properties':{'a':{'pattern':'^(?=x)'}}}}",
            "human_task.form_schema: expected a usable form, but the pattern is none of RE2:"
                + " invalid or unsupported Perl syntax (?="),
        arguments(
            "'human_task':{'form_schema':{'patternProperties':{'((a{99}){99}){9}':{}}}}",
            "human_task.form_schema: expected a usable form, but the pattern is too large"),
        arguments(
            "'human_task':{'form_schema':{'properties':{'a':{'pattern':'"
                + "(".repeat(20_000)
                + ")".repeat(20_000)
                + "'}}}}",
            "human_task.form_schema: expected a usable form, but the pattern is too large"),
        arguments(
            "'human_task':{'form_schema':{'properties':{'a':{'$ref':'#'}}}}",
            "human_task.form_schema: expected a form of at most 10,000 parts"),
        arguments(
            "'human_task':{'form_schema':{'$defs':{'a':{}},'$ref':'#/%24defs/a'}}",
            "human_task.form_schema: expected a form of at most 10,000 parts"),
        arguments(
            "'human_task':{'form_schema':{'$ref':'https://example.com/s.json'}}",
            "human_task.form_schema[\"$ref\"]: expected a reference within the form (#/...), got"
                + " \"https://example.com/s.json\""),
        arguments(
            "'human_task':{'form_schema':{'$id':'urn:x'}}",
            "human_task.form_schema[\"$id\"]: expected a form without a name of its own; leave"
                + " $id out"),
        arguments(
            "'human_task':{'form_schema':{'$schema':'http://json-schema.org/draft-07/schema#'}}",
            "human_task.form_schema[\"$schema\"]: expected"
                + " https://json-schema.org/draft/2020-12/schema, got"
                + " \"http://json-schema.org/draft-07/schema#\""),
        arguments(
            "'payload':{'a':'x\\u0000y'}",
            "payload.a: expected text, got the character U+0000 in it; leave it out"),
        arguments(
            "'payload':{'a':['x\\ud800']}",
            "payload.a[0]: expected text, got half of a character (a lone surrogate) in it"),
        arguments(
            "'payload':{'a b':9007199254740993}",
            "payload[\"a b\"]: expected a number that a double keeps, got one that it changes; send"
                + " it as text"),
        arguments(
            "'payload':{'a':1e999}",
            "payload.a: expected a number that a double keeps, got one that it changes; send it as"
                + " text"));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void shouldSayWhatIsWrong(String fields, String sentence) {
    // when
    var violations = violations("{'intent_type':'ops.db.index.v1'," + fields + "}");

    // then
    assertThat(violations).singleElement().asString().startsWith(sentence);
  }
}
