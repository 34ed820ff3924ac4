package dev.assent.intake.domain;

import static dev.assent.intake.domain.Parsing.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Who decides, and what happens meanwhile. */
class RefusedApprovalTest {

  /** A submission with these fields besides its type; the one sentence that it earns. */
  static Stream<Arguments> bad() {
    return Stream.of(
        arguments(
            "'approval':{}",
            "approval.approvers: missing; name who may decide: a person's id, group:<id> or"
                + " anyone"),
        arguments(
            "'approval':{'approvers':[]}",
            "approval.approvers: missing; name who may decide: a person's id, group:<id> or"
                + " anyone"),
        arguments(
            "'approval':{'approvers':'ada'}",
            "approval.approvers: expected an array, got a string"),
        arguments(
            "'approval':{'approvers':['group:devs']}",
            "approval.approvers[0]: no group here is called \"devs\"; name a person's id, a"
                + " person's e-mail address, group:<id> or anyone"),
        arguments(
            "'approval':{'approvers':['group:ghosts']}",
            "approval.approvers[0]: nobody is in the group \"ghosts\", so nobody could decide"),
        arguments(
            "'approval':{'approvers':['agent://acme/prod/x1']}",
            "approval.approvers[0]: expected people, got an agent's address; name a person's id, a"
                + " person's e-mail address, group:<id> or anyone"),
        arguments(
            "'deadline_at':'2026-11-23T11:00:00Z','approval':{'approvers':['ada'],'fallback':'approve'}",
            "approval.fallback: needs approval.deadline: at deadline_at the whole intent ends, not"
                + " the gate"),
        arguments(
            "'approval':{'approvers':['ada'],'deadline':'1 hour'}",
            "approval.deadline: expected a duration such as \"PT15M\" or seconds, got \"1 hour\""),
        arguments(
            "'approval':{'approvers':['ada'],'deadline':'-PT5M'}",
            "approval.deadline: expected a duration longer than nothing, got \"-PT5M\""),
        arguments(
            "'approval':{'approvers':['ada'],'deadline':1e12}",
            "approval.deadline: expected at most ten years (P3650D), got \"1.0E12\""),
        arguments(
            "'approval':{'approvers':['ada'],'reminders':['PT10M','PT5M']}",
            "approval.reminders[1]: expected more than PT10M, got PT5M; all count from the moment"
                + " people were asked"),
        arguments(
            "'approval':{'approvers':['ada'],'reminders':{'repeat':0.1}}",
            "approval.reminders.repeat: expected at least one second between reminders, got"
                + " PT0.1S"),
        arguments(
            "'approval':{'approvers':['ada'],'escalation':[{'to':['bo']}]}",
            "approval.escalation[0].after: missing; say how long the people before them have"),
        arguments(
            "'approval':{'approvers':['ada'],'escalation':[{'after':'PT5M'}]}",
            "approval.escalation[0].to: missing; name who is asked then"),
        arguments(
            "'approval':{'approvers':['ada'],'deadline':'PT1H','escalation':[{'after':'PT2H','to':['bo']}]}",
            "approval.escalation[0].after: would come PT2H after the first were asked, but by then"
                + " the gate is over"),
        arguments(
            "'approval':{'approvers':['ada'],'fallback':{'action':'yes'}}",
            "approval.fallback.action: expected reject, approve, cancel, time_out, complete or"
                + " go_to, got \"yes\""),
        arguments(
            "'approval':{'approvers':['ada'],'fallback':{'action':'reject','step':'x'}}",
            "approval.fallback.step: not with the action \"reject\""),
        arguments(
            "'approval':{'approvers':['ada'],'fallback':{'action':'go_to','step':'x'}}",
            "approval.fallback.step: no step is called \"x\""),
        arguments(
            "'approval':{'approvers':['ada']},'human_task':{'assignees':['bo']}",
            "human_task: names people, and so does approval.approvers; name them in one place"));
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
