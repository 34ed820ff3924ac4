package dev.assent.intake.domain;

import static dev.assent.intake.domain.Parsing.NINE;
import static dev.assent.intake.domain.Parsing.intent;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assent.contract.plan.AgentTask;
import dev.assent.contract.plan.Assignee;
import dev.assent.contract.plan.EscalationLevel;
import dev.assent.contract.plan.Fallback;
import dev.assent.contract.plan.HumanGate;
import dev.assent.contract.plan.Reminders;
import dev.assent.contract.plan.Step;
import dev.assent.contract.plan.TaskType;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcceptedSubmissionTest {

  private static final Assignee ADA = Assignee.person("ada");
  private static final Assignee BO = Assignee.person("bo");

  @Test
  void shouldMakeOneTaskOfAnIntentToAnAgent() {
    // when
    Submission read =
        intent(
            "{'intent_type':'notify.message.v1','to_agent':'agent://conformance/receiver',"
                + "'from_agent':'agent://conformance/sender','payload':{'text':'hi'},"
                + "'correlation_id':'4b6a1e86-3a52-4d61-9f5c-1d1f5e1f9a11'}");

    // then
    assertThat(read.from()).isEqualTo("agent://acme/prod/planner");
    assertThat(read.to()).isEqualTo("agent://conformance/receiver");
    assertThat(read.plan().steps())
        .containsExactly(
            new AgentTask(
                "work",
                "agent://conformance/receiver",
                null,
                null,
                0,
                Duration.ofSeconds(30),
                null,
                null));
    assertThat(read.payload().path("text").asText()).isEqualTo("hi");
    assertThat(read.correlationId()).isEqualTo("4b6a1e86-3a52-4d61-9f5c-1d1f5e1f9a11");
  }

  @Test
  void shouldTakeTheCamelCaseNamesOfOneClient() {
    // when
    Submission read =
        intent("{'intentType':'intent.infra.change.v1','toAgent':'validator','maxReminders':null}");

    // then
    assertThat(read.intentType()).isEqualTo("intent.infra.change.v1");
    assertThat(read.to()).isEqualTo("agent://acme/prod/validator");
  }

  @Test
  void shouldAskAnyoneWhenAnAxpTaskNamesNobody() {
    // when
    HumanGate gate =
        gate(
            "{'intent_type':'intent.infra.change_approval.v1','to_agent':'agent://agent_core',"
                + "'human_task':{'required_comment':true}}");

    // then
    assertThat(gate.policy().approvers()).containsExactly(Assignee.ANYONE);
    assertThat(gate.policy().deadline()).isEqualTo(Duration.ofHours(72));
    assertThat(gate.policy().fallback()).isEqualTo(new Fallback.TimeOut());
    assertThat(gate.task().type()).isEqualTo(TaskType.APPROVAL);
    assertThat(gate.task().title()).isEqualTo("Infra change approval");
    assertThat(gate.task().commentRequired()).isTrue();
    assertThat(gate.task().allowedOutcomes()).containsExactly("approved", "rejected");
  }

  @Test
  void shouldFindPeopleByIdThenByAddress() {
    // when
    HumanGate gate =
        gate(
            "{'intent_type':'a.b.v1','human_task':{'assignees':['bo','ADA@example.com','sre'],"
                + "'notify_email':'ada@example.com'}}");

    // then
    assertThat(gate.policy().approvers()).containsExactly(BO, ADA, Assignee.group("sre"));
  }

  @Test
  void shouldReadTheAxpReminders() {
    // when
    HumanGate gate =
        gate(
            "{'intent_type':'a.b.v1','to_agent':'human','remind_after_seconds':300,"
                + "'remind_interval_seconds':60,'max_reminders':2,'escalate_to':'bo'}");

    // then
    assertThat(gate.policy().reminders())
        .isEqualTo(new Reminders(List.of(Duration.ofMinutes(5)), Duration.ofMinutes(1), 2));
    assertThat(gate.policy().escalation())
        .containsExactly(new EscalationLevel(Duration.ofMinutes(7), List.of(BO)));
  }

  @Test
  void shouldReadAnApproval() {
    // when
    HumanGate gate =
        gate(
            "{'intent_type':'a.b.v1','title':'Add an index','approval':{'approvers':['ada'],"
                + "'reminders':['PT5M',1800],'deadline':'PT1H','fallback':'reject',"
                + "'escalation':[{'after':'PT10M','to':['bo']},"
                + "{'after':'600','to':['group:sre']}]}}");

    // then
    assertThat(gate.policy().approvers()).containsExactly(ADA);
    assertThat(gate.policy().reminders().after())
        .containsExactly(Duration.ofMinutes(5), Duration.ofMinutes(30));
    assertThat(gate.policy().escalation())
        .containsExactly(
            new EscalationLevel(Duration.ofMinutes(10), List.of(BO)),
            new EscalationLevel(Duration.ofMinutes(10), List.of(Assignee.group("sre"))));
    assertThat(gate.policy().fallback()).isEqualTo(new Fallback.Reject());
    assertThat(gate.task().title()).isEqualTo("Add an index");
  }

  @Test
  void shouldReadRepeatedReminders() {
    // when
    HumanGate gate =
        gate(
            "{'intent_type':'a.b.v1','approval':{'approvers':['anyone'],"
                + "'reminders':{'after':['PT5M'],'repeat':'PT30M','max':5}}}");

    // then
    assertThat(gate.policy().reminders())
        .isEqualTo(new Reminders(List.of(Duration.ofMinutes(5)), Duration.ofMinutes(30), 5));
  }

  @Test
  void shouldPutTheGateBeforeTheAgent() {
    // when
    Submission read =
        intent(
            "{'intent_type':'a.b.v1','to_agent':'agent://acme/prod/migrator',"
                + "'approval':{'approvers':['ada']}}");

    // then
    assertThat(read.to()).isEqualTo("agent://acme/prod/migrator");
    assertThat(read.plan().steps().stream().map(Step::id)).containsExactly("approval", "work");
  }

  @Test
  void shouldUseTheFallbackAtTheDeadlineOfTheWholeIntent() {
    // when
    Submission read =
        intent(
            "{'intent_type':'a.b.v1','deadline_at':'2026-11-23T11:00:00+01:00',"
                + "'approval':{'approvers':['ada'],'fallback':{'action':'complete',"
                + "'result':{'kept':true}}}}");

    // then
    assertThat(read.plan().deadlineAt()).isEqualTo(NINE.plusSeconds(3600));
    assertThat(((HumanGate) read.plan().first()).policy().deadline()).isNull();
    assertThat(read.plan().onDeadline()).isInstanceOf(Fallback.CompleteWith.class);
  }

  @Test
  void shouldReadSteps() {
    // when
    Submission read =
        intent(
            "{'intent_type':'a.b.v1','approval':{'approvers':['ada']},'steps':["
                + "{'id':'check','kind':'agent_task','agent':'checker','input':{'deep':true},"
                + "'deadline':'PT2M','max_retries':2,'retry_delay':5,'on_failure':'tell'},"
                + "{'id':'gate','kind':'human_gate'},"
                + "{'id':'night','kind':'delay','length':'PT8H','reason':'quiet hours'},"
                + "{'id':'tell','kind':'notification','recipients':['group:sre'],"
                + "'subject':'Done','body':'It is done.'}]}");

    // then
    assertThat(read.to()).isEqualTo("agent://acme/prod/checker");
    assertThat(read.plan().steps().stream().map(Step::id))
        .containsExactly("check", "gate", "night", "tell");
    assertThat(((HumanGate) read.plan().step("gate")).policy().approvers()).containsExactly(ADA);
    assertThat(((AgentTask) read.plan().step("check")).onFailure()).isEqualTo("tell");
  }

  @Test
  void shouldAcceptAForm() {
    // when
    HumanGate gate =
        gate(
            "{'intent_type':'a.b.v1','human_task':{'task_type':'form','form_schema':"
                + "{'$schema':'https://json-schema.org/draft/2020-12/schema','type':'object',"
                + "'properties':{'n':{'$ref':'#/$defs/n'}},'$defs':{'n':{'type':'integer'}}}}}");

    // then
    assertThat(gate.task().form()).isNotNull();
    assertThat(gate.task().allowedOutcomes()).containsExactly("submitted");
  }

  @Test
  void shouldWaitForTheSenderWhenNobodyIsAddressed() {
    // when
    Submission read = intent("{'intent_type':'demo.order.v1'}");

    // then
    assertThat(read.to()).isEqualTo("agent://agent_core");
    assertThat(read.plan().first()).isInstanceOf(AgentTask.class);
  }

  @Test
  void shouldGiveRepetitionsOneDigest() {
    // when
    Submission first =
        intent(
            "{'intent_type':'a.b.v1','payload':{'x':1,'y':2},"
                + "'correlation_id':'4b6a1e86-3a52-4d61-9f5c-1d1f5e1f9a11'}");
    Submission second =
        intent(
            "{ 'payload':{'y':2,'x':1}, 'intent_type':'a.b.v1',"
                + "'correlation_id':'11111111-3a52-4d61-9f5c-1d1f5e1f9a11'}");
    Submission other = intent("{'intent_type':'a.b.v1','payload':{'x':1,'y':3}}");

    // then
    assertThat(second.digest()).isEqualTo(first.digest());
    assertThat(second.payloadDigest()).isEqualTo(first.payloadDigest());
    assertThat(other.digest()).isNotEqualTo(first.digest());
  }

  private static HumanGate gate(String text) {
    Submission read = intent(text);
    assertThat(read.plan().steps()).hasSize(1);
    assertThat(read.to()).isEqualTo("human");
    return (HumanGate) read.plan().first();
  }
}
