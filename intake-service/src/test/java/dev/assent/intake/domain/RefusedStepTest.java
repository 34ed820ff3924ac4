package dev.assent.intake.domain;

import static dev.assent.intake.domain.Parsing.violations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Steps, and how they lead to each other. */
class RefusedStepTest {

  /** A submission with these fields besides its type; the one sentence that it earns. */
  static Stream<Arguments> bad() {
    return Stream.of(
        arguments("'steps':[]", "steps: expected at least one step, got none"),
        arguments(
            "'steps':[{'id':'a','kind':'robot'}]",
            "steps[0].kind: expected agent_task, human_gate, delay or notification, got \"robot\""),
        arguments(
            "'steps':[{'id':'a','kind':'agent_task'}]",
            "steps[0].agent: missing; name the agent here or in to_agent"),
        arguments(
            "'steps':[{'id':'a','kind':'human_gate'}]",
            "steps[0].approval: missing; name in approval.approvers who may decide"),
        arguments(
            "'steps':[{'id':'a','kind':'delay','length':'PT1S'},{'id':'a','kind':'delay','length':'PT1S'}]",
            "steps[1].id: expected an id of its own, got \"a\", which steps[0] has"),
        arguments(
            "'steps':[{'id':'a','kind':'delay','length':'PT1S','on_success':'b'}]",
            "steps[0].on_success: no step is called \"b\""),
        arguments(
            "'steps':[{'id':'a','kind':'delay','length':1},{'id':'b','kind':'delay','length':1,'on_success':'a'}]",
            "steps[1].on_success: expected a later step, got \"a\", an earlier one; jumps go forward"
                + " only, so that every intent ends"),
        arguments(
            "'steps':[{'id':'a','kind':'delay','length':1,'on_success':'a'}]",
            "steps[0].on_success: expected a later step, got \"a\", the step itself; jumps go"
                + " forward only, so that every intent ends"),
        arguments(
            "'steps':[{'id':'a','kind':'delay'}]",
            "steps[0].length: missing; say how long to wait"),
        arguments(
            "'steps':[{'id':'a','kind':'notification','recipients':['ada'],'subject':'s'}]",
            "steps[0].body: missing; people must know what it is about"),
        arguments(
            "'human_task':{},'steps':[{'id':'a','kind':'delay','length':1}]",
            "human_task: not beside steps; give it to the step that it is meant for"),
        arguments(
            "'approval':{'approvers':['ada']},'steps':[{'id':'a','kind':'delay','length':1}]",
            "approval: no step is a human_gate, so nobody would be asked"));
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
