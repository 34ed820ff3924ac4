package dev.assent.intake.domain;

import static dev.assent.intake.domain.Parsing.scenario;
import static dev.assent.intake.domain.Parsing.scenarioViolations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.assent.contract.plan.AgentTask;
import dev.assent.contract.plan.Announcement;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.Delay;
import dev.assent.contract.plan.EscalationLevel;
import dev.assent.contract.plan.Fallback;
import dev.assent.contract.plan.HumanGate;
import dev.assent.contract.plan.Reminders;
import dev.assent.contract.plan.Step;
import dev.assent.intake.domain.SubmissionParser.Form;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioTest {

  /** As the stock command line sends the demo of durable execution: with empty texts. */
  private static final String DEMO =
      """
      {'scenario_id':'durable-execution-human-approval.demo.v1','title':'Change approval',
       'description':'x',
       'agents':[{'role':'validator','address':'infra-validator','display_name':'Validator',
                  'delivery_mode':'stream','create_if_missing':true}],
       'humans':[{'role':'operator','contact':'','display_name':'Operator'}],
       'workflow':{'steps':[
         {'step_id':'validate','tool_id':'tool.agent.task.v1','assigned_to':'validator',
          'step_deadline_seconds':120,'on_success':'approve','unknown_thing':1},
         {'step_id':'approve','tool_id':'tool.approval.human_signoff','assigned_to':'operator',
          'requires_approval':true,'step_deadline_seconds':3600,'remind_after_seconds':300,
          'human_task':{'title':'Approve it','task_type':'approval'}}]},
       'intent':{'type':'intent.infra.change_approval.v1','payload':{'change':'x'}}}
      """;

  @Test
  void shouldReadTheDemo() {
    // when
    Submission read = scenario(DEMO);

    // then
    assertThat(read.scenario()).isEqualTo("durable-execution-human-approval.demo.v1");
    assertThat(read.to()).isEqualTo("agent://acme/prod/infra-validator");
    assertThat(read.agents())
        .containsExactly(new Submission.Role("validator", "agent://acme/prod/infra-validator"));
    assertThat(((AgentTask) read.plan().step("validate")).deadline())
        .isEqualTo(Duration.ofMinutes(2));
    HumanGate gate = (HumanGate) read.plan().step("approve");
    assertThat(gate.policy().approvers()).containsExactly(Assignee.ANYONE);
    assertThat(gate.policy().deadline()).isEqualTo(Duration.ofHours(1));
    assertThat(gate.policy().reminders())
        .isEqualTo(new Reminders(List.of(Duration.ofMinutes(5)), Duration.ofMinutes(5), 0));
    assertThat(gate.task().title()).isEqualTo("Approve it");
  }

  @Test
  void shouldWarnOfWhatItDoesNotKnow() {
    // when
    Parsed parsed = Parsing.parse(DEMO, Form.SCENARIO, Parsing.PLANNER);

    // then
    assertThat(parsed.warnings())
        .containsExactly(
            "agents[0].create_if_missing: agents are not made here; an operator gives each one its"
                + " key",
            "workflow.steps[0].unknown_thing: unknown field, ignored");
  }

  @Test
  void shouldReadStepsOfAllKinds() {
    // when
    Submission read =
        scenario(
            """
            {'scenario_id':'all.kinds','humans':[{'role':'boss','contact':'bo@example.com'}],
             'workflow':{'entry_step':'wait','steps':[
               {'step_id':'never','runtime_type':'delay','runtime_config':{'seconds':1}},
               {'step_id':'wait','runtime_type':'delay','config':{'seconds':5,'reason':'cool'}},
               {'step_id':'run','tool_id':'tool.agent.task.v1','assigned_to':'agent://o/w/runner',
                'requires_approval':true,'on_failure':'tell','retry':{'max_retries':2,
                'retry_delay_seconds':7},'input':{'k':'v'}},
               {'step_id':'sign','assigned_to':'boss','on_failure':'tell','max_reminders':2,
                'escalate_to':'ada'},
               {'step_id':'tell','runtime_type':'notification','runtime_config':
                {'subject':'S','body':'B','channels':['email']}}]},
             'intent':{'type':'all_kinds','remind_after_seconds':60,'max_delivery_attempts':4}}
            """);

    // then
    assertThat(read.plan().steps().stream().map(Step::id))
        .containsExactly("wait", "run", "run.run", "sign", "tell");
    assertThat(read.plan().step("wait"))
        .isEqualTo(new Delay("wait", Duration.ofSeconds(5), "cool", null));
    assertThat(((HumanGate) read.plan().step("run")).policy().approvers())
        .containsExactly(Assignee.person("bo"));
    AgentTask run = (AgentTask) read.plan().step("run.run");
    assertThat(run.maxRetries()).isEqualTo(2);
    assertThat(run.retryDelay()).isEqualTo(Duration.ofSeconds(7));
    HumanGate sign = (HumanGate) read.plan().step("sign");
    assertThat(sign.policy().fallback()).isEqualTo(new Fallback.GoTo("tell"));
    assertThat(sign.policy().escalation())
        .containsExactly(
            new EscalationLevel(Duration.ofMinutes(3), List.of(Assignee.person("ada"))));
    assertThat(read.plan().step("tell")).isInstanceOf(Announcement.class);
  }

  static Stream<Arguments> bad() {
    return Stream.of(
        arguments(
            "{'step_id':'a','tool_id':'tool.magic.v1'}",
            "workflow.steps[0].tool_id: unknown tool_id: tool.magic.v1"),
        arguments(
            "{'step_id':'a'}",
            "workflow.steps[0]: says neither by tool_id nor runtime_type nor assigned_to whether an"
                + " agent or a person does it"),
        arguments(
            "{'step_id':'a','tool_id':'tool.agent.task.v1','assigned_to':'nobody'}",
            "workflow.steps[0].assigned_to: expected the role or address of an agent, got"
                + " \"nobody\""),
        arguments(
            "{'step_id':'a','runtime_type':'reminder'}",
            "workflow.steps[0].runtime_type: reminder is no step of its own here; give"
                + " remind_after_seconds to the step that people do"),
        arguments(
            "{'step_id':'a','runtime_type':'delay'}",
            "workflow.steps[0].config.seconds: missing; say how long to wait"),
        arguments(
            "{'step_id':'a','runtime_type':'human_approval','assigned_to':'zed'}",
            "workflow.steps[0].assigned_to: nobody here is called \"zed\"; name a person's id, a"
                + " person's e-mail address, group:<id> or anyone"),
        arguments(
            "{'step_id':'a','runtime_type':'human_approval','on_failure':'a'}",
            "workflow.steps[0].on_failure: expected a later step, got \"a\", the step itself; jumps"
                + " go forward only, so that every intent ends"));
  }

  @ParameterizedTest
  @MethodSource("bad")
  void shouldSayWhatIsWrongWithAStep(String step, String sentence) {
    // when
    List<String> violations =
        scenarioViolations(
            "{'scenario_id':'x','intent':{'type':'t'},'workflow':{'steps':[" + step + "]}}");

    // then
    assertThat(violations).containsExactly(sentence);
  }

  @Test
  void shouldSayWhatIsMissing() {
    // when
    List<String> violations = scenarioViolations("{}");

    // then
    assertThat(violations)
        .containsExactly(
            "scenario_id: missing; expected letters, digits, _ and - with dots",
            "intent.type: missing; expected lower-case words with dots",
            "workflow.steps: expected at least one step, got none");
  }
}
